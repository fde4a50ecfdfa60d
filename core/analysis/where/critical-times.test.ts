import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messySpans } from '../../testing/messy-spans.ts';
import { generateShopTraces } from '../../testing/shop-traces.ts';
import { tableOf } from '../../testing/table-from-drawings.ts';
import { buildTrace } from '../../trace/build-trace.ts';
import { criticalPathTimes } from '../../trace/critical-path.ts';
import { criticalTimes } from './critical-times.ts';

describe('criticalTimes', () => {
  it('gives the times that the walk over one trace gives, whatever the traces', () => {
    fc.assert(
      fc.property(fc.array(messySpans, { minLength: 1, maxLength: 4 }), (many) => {
        const traces = many.map((spans, index) => buildTrace(String(index).padStart(32, '0'), spans));
        const table = tableOf(traces);
        const times = criticalTimes(table, Int32Array.from(traces.keys()));
        expect([...times]).toEqual(traces.flatMap((trace) => [...criticalPathTimes(trace)]));
      }),
      { numRuns: 500 },
    );
  });

  it('looks at the asked traces only', () => {
    const traces = [...generateShopTraces({ seed: 1, traces: 3, spansPerTrace: 10 })];
    const table = tableOf(traces);
    const times = criticalTimes(table, Int32Array.of(1));
    expect(times.subarray(0, table.firstSpan[1])).toEqual(new Float64Array(table.firstSpan[1]!));
    expect(times.reduce((sum, time) => sum + time)).toBe(table.spanDuration[table.firstSpan[1]!]);
  });
});
