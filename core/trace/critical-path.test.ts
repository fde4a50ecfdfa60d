import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messySpans } from '../testing/messy-spans.ts';
import { randomTraces } from '../testing/random-traces.ts';
import { traceFromDrawing } from '../testing/trace-from-drawing.ts';
import { buildTrace } from './build-trace.ts';
import { type CriticalPathSegment, criticalPathSegments, criticalPathTimes } from './critical-path.ts';
import type { Trace } from './trace.ts';

const TRACE_ID = '1'.padStart(32, '0');

/** The path as one letter per microsecond: that of the service that was waited for. */
function drawPath(drawing: string): string {
  const trace = traceFromDrawing(drawing);
  return criticalPathSegments(trace)
    .map(({ span, start, end }) => trace.resources[trace.spans[span]!.resource]!.service.repeat(end - start))
    .join('');
}

/**
 * The definition, word by word, one microsecond at a time: which span does the end of the root wait for in [at, at +
 * 1)?
 */
function slowTimes(trace: Trace): readonly number[] {
  const times = trace.spans.map(() => 0);
  const visit = (span: number, from: number, to: number): void => {
    let cursor = to;
    const used = new Set<number>();
    while (cursor > from) {
      const child = lastFinishing(trace, span, from, to, cursor, used);
      if (child === undefined || child.end < cursor) {
        times[span]!++;
        cursor--;
      } else {
        used.add(child.span);
        visit(child.span, child.start, child.end);
        cursor = child.start;
      }
    }
  };
  const [root] = trace.spans;
  visit(0, root!.start, root!.start + root!.duration);
  return times;
}

/**
 * Of the children within [from, to) that end at or before the cursor the one that ends last; of several the longest.
 */
function lastFinishing(
  { spans }: Trace,
  parent: number,
  from: number,
  to: number,
  cursor: number,
  used: ReadonlySet<number>,
): CriticalPathSegment | undefined {
  return spans
    .map((span, index) => ({
      span: index,
      parent: span.parent,
      start: Math.max(span.start, from),
      end: Math.min(span.start + span.duration, to),
    }))
    .filter(
      (child) => child.parent === parent && child.start < child.end && child.end <= cursor && !used.has(child.span),
    )
    .sort((a, b) => b.end - a.end || a.start - b.start || a.span - b.span)[0];
}

describe('criticalPathSegments', () => {
  it('goes back through the child that ended last, and through what ended before that one began', () => {
    expect(
      drawPath(`
        r root |==========|
          a x  | =====    |
          b x  |     ==   |
          c x  |      === |
      `),
    ).toBe('raaaaacccr');
  });

  it('goes down into children of children', () => {
    expect(
      drawPath(`
        r root  |==========|
          a x   | ======== |
            b x |  ==      |
            c x |      === |
      `),
    ).toBe('rabbaacccr');
  });

  it('passes from child to child without the parent where one begins as the other ends', () => {
    expect(
      drawPath(`
        r root |======|
          a x  |==    |
          b x  |  ==  |
          c x  |    ==|
      `),
    ).toBe('aabbcc');
  });

  it('cuts children to the part that lies within their parent', () => {
    expect(
      drawPath(`
        r root    |  ======  |
          a late  |      ====|
            b x   |       === |
          c early |====      |
          d after |         =|
      `),
    ).toBe('ccrrab');
  });

  it('takes the longest of those that end together', () => {
    expect(
      drawPath(`
        r root |======|
          a x  |   == |
          b x  | ==== |
      `),
    ).toBe('rbbbbr');
  });

  it('leaves other trees and spans of no duration out', () => {
    expect(
      drawPath(`
        r root |====  |
          a x  |  :   |
        b top  |======|
      `),
    ).toBe('rrrr');
    expect(drawPath('r root |:|')).toBe('');
  });

  it('runs from the start of the root to its end without a gap, one segment per stay', () => {
    fc.assert(
      fc.property(messySpans, (spans) => {
        const trace = buildTrace(TRACE_ID, spans);
        const [root] = trace.spans;
        let at = root!.start;
        let last = -1;
        for (const { span, start, end } of criticalPathSegments(trace)) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          expect(span).not.toBe(last);
          at = end;
          last = span;
        }
        expect(at).toBe(root!.start + root!.duration);
      }),
      { numRuns: 300 },
    );
  });
});

describe('criticalPathTimes', () => {
  it('adds up to the duration of the root, exactly', () => {
    for (const trace of randomTraces({ seed: 5, traces: 200, spansPerTrace: 30 })) {
      expect(criticalPathTimes(trace).reduce((sum, time) => sum + time)).toBe(trace.spans[0]!.duration);
    }
  });

  it('agrees with the definition, microsecond by microsecond, whatever the trace', () => {
    fc.assert(
      fc.property(messySpans, (spans) => {
        const trace = buildTrace(TRACE_ID, spans);
        const times = [...criticalPathTimes(trace)];
        expect(times).toEqual(slowTimes(trace));
        times.forEach((time, index) => {
          expect(time).toBeLessThanOrEqual(trace.spans[index]!.duration);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('walks chains of 50 000 spans', () => {
    const [span] = traceFromDrawing('a x |=|').spans;
    const spans = Array.from({ length: 50_000 }, (_, index) => ({ ...span!, parent: index - 1, depth: index }));
    const trace = { ...traceFromDrawing('a x |=|'), spans };
    expect(criticalPathTimes(trace)[49_999]).toBe(1);
    expect(criticalPathSegments(trace)).toEqual([{ span: 49_999, start: 0, end: 1 }]);
  });
});
