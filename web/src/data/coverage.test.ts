import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SliceInfo } from '#core/api.ts';
import { unixMicros } from '#core/units.ts';
import { type Coverage, coverageOf } from './coverage.ts';

function slice(start: number, end: number, patch: Partial<SliceInfo> = {}): SliceInfo {
  const counts = { traces: 1, spans: 2, requests: 1, bytes: 3 };
  return { version: 2, nextWindow: 1, start, end, state: 'complete', ...counts, problems: [], ...patch };
}

function print({ segments }: Coverage): string {
  return segments.map(({ from, to, state }) => `${from}…${to} ${state}`).join(', ');
}

const from = unixMicros(100);
const to = unixMicros(199);

describe('coverageOf', () => {
  it('is one stretch, before the first slice has come', () => {
    expect(print(coverageOf(from, to, [], 'reading'))).toBe('100…199 reading');
    expect(print(coverageOf(from, to, [], 'failed'))).toBe('100…199 failed');
  });

  it('tells what each slice covers, oldest first, and what is still open before them', () => {
    const slices = [slice(160, 199), slice(150, 159, { state: 'cut' })];
    expect(print(coverageOf(from, to, slices, 'unread'))).toBe('100…149 unread, 150…159 cut, 160…199 complete');
  });

  it('leaves nothing open where a slice reaches the beginning, or beyond it', () => {
    expect(print(coverageOf(from, to, [slice(100, 199)], 'unread'))).toBe('100…199 complete');
    expect(print(coverageOf(from, to, [slice(150, 199), slice(50, 149)], 'unread'))).toBe(
      '100…149 complete, 150…199 complete',
    );
    expect(print(coverageOf(from, to, [slice(100, 199), slice(50, 99)], 'unread'))).toBe('100…199 complete');
  });

  it('adds up requests and lists the problems of every slice', () => {
    const problem = { kind: 'unreadable-trace', traceId: 'a', reason: 'x' } as const;
    const slices = [slice(150, 199, { requests: 2, problems: [problem] }), slice(100, 149, { requests: 3 })];
    expect(coverageOf(from, to, slices, 'unread')).toMatchObject({ requests: 5, problems: [problem] });
  });

  it('tells which filters Jaeger left to us', () => {
    const slices = [slice(150, 199, { tagsBy: 'jaeger', durationsBy: 'kuji' }), slice(100, 149, { tagsBy: 'jaeger' })];
    expect(coverageOf(from, to, slices, 'unread').filteredHere).toEqual({ tags: false, durations: true });
  });

  it('covers the whole range without a gap or an overlap', () => {
    const anyStarts = fc.uniqueArray(fc.integer({ min: 50, max: 199 }), { maxLength: 6 });
    fc.assert(
      fc.property(anyStarts, (starts) => {
        const descending = [...starts].sort((a, b) => b - a);
        const slices = descending.map((start, i) => slice(start, i === 0 ? 199 : descending[i - 1]! - 1));
        const { segments } = coverageOf(from, to, slices, 'unread');
        expect(segments[0]!.from).toBe(from);
        expect(segments.at(-1)!.to).toBe(to);
        for (const [i, segment] of segments.entries()) {
          expect(segment.from).toBeLessThanOrEqual(segment.to);
          if (i > 0) expect(segment.from).toBe(segments[i - 1]!.to + 1);
        }
      }),
    );
  });
});
