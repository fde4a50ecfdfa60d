import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messySpans } from '../testing/messy-spans.ts';
import { randomTraces } from '../testing/random-traces.ts';
import { traceFromDrawing } from '../testing/trace-from-drawing.ts';
import { buildTrace } from './build-trace.ts';
import { selfTimes } from './self-times.ts';
import type { Trace } from './trace.ts';

/** Counts the microseconds of a span in which no child of it runs. */
function slowSelfTimes({ spans }: Trace): readonly number[] {
  return spans.map((span, index) => {
    let self = 0;
    for (let at = span.start; at < span.start + span.duration; at++) {
      const isCovered = spans.some(
        (child) => child.parent === index && child.start <= at && at < child.start + child.duration,
      );
      if (!isCovered) self++;
    }
    return self;
  });
}

describe('selfTimes', () => {
  it('takes the union of the children off, each clipped to the span', () => {
    const trace = traceFromDrawing(`
      a root        | ==========   |
        b early     |===           |
        c within    |    ====      |
          d deeper  |    ====      |
        c overlaps  |      ===     |
        e late      |          ====|
    `);
    //                 b: 2 of the root, c: 4 + 1, e: 1
    expect([...selfTimes(trace)]).toEqual([2, 3, 0, 4, 3, 4]);
  });

  it('ignores a child that lies outside', () => {
    const trace = traceFromDrawing(`
      a root      |====    |
        b outside |     ===|
    `);
    expect([...selfTimes(trace)]).toEqual([4, 3]);
  });

  it('adds up to the duration of the root where children lie within and side by side', () => {
    const trace = traceFromDrawing(`
      a root     |============|
        b one    | ===        |
          c leaf | =          |
        b two    |    =====   |
        b three  |         == |
    `);
    expect(selfTimes(trace).reduce((sum, self) => sum + self)).toBe(12);
  });

  it('agrees with counting microseconds, whatever the trace', () => {
    fc.assert(
      fc.property(messySpans, (spans) => {
        const trace = buildTrace('1'.padStart(32, '0'), spans);
        expect([...selfTimes(trace)]).toEqual(slowSelfTimes(trace));
      }),
      { numRuns: 300 },
    );
  });

  it('is at most the duration, and never negative', () => {
    for (const trace of randomTraces({ seed: 3, traces: 50, spansPerTrace: 40 })) {
      selfTimes(trace).forEach((self, index) => {
        expect(self).toBeGreaterThanOrEqual(0);
        expect(self).toBeLessThanOrEqual(trace.spans[index]!.duration);
      });
    }
  });
});
