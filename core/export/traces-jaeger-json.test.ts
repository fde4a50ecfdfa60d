import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLegacyTrace } from '../jaeger/decode-legacy-trace.ts';
import type { SpanTable } from '../spans/span-table.ts';
import { SpanTableBuilder } from '../spans/span-table-builder.ts';
import { anyTrace } from '../testing/any-trace.ts';
import { demoTraces } from '../testing/demo-traces.ts';
import { messySpans } from '../testing/messy-spans.ts';
import { randomTraces } from '../testing/random-traces.ts';
import { drawnStart, tableFromDrawings, tableOf } from '../testing/table-from-drawings.ts';
import { buildTrace } from '../trace/build-trace.ts';
import type { Trace } from '../trace/trace.ts';
import { tracesJaegerJson } from './traces-jaeger-json.ts';

function throughJson(table: SpanTable, rows: Iterable<number>): readonly Trace[] {
  return JSON.parse([...tracesJaegerJson(table, rows)].join('')).data.map(decodeLegacyTrace);
}

describe('tracesJaegerJson', () => {
  it('gives the same table again, whatever is in a trace', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyTrace, { maxLength: 3, selector: ({ id }) => id }), (traces) => {
        const table = tableOf(traces);
        expect(tableOf(throughJson(table, traces.keys()))).toEqual(table);
      }),
      { numRuns: 2000, seed: 8 },
    );
  });

  it('gives the same traces again where they say nothing that the table drops', () => {
    const withoutIds = (trace: Trace) => ({ ...trace, spans: trace.spans.map(({ id: _, ...span }) => span) });
    const draws = demoTraces({ seed: 7, traces: 20 });
    expect(throughJson(tableOf(draws), draws.keys()).map(withoutIds)).toEqual(draws.map(withoutIds));
  });

  it('keeps the root the root and the order of the spans in traces that needed repair', () => {
    fc.assert(
      fc.property(messySpans, (spans) => {
        const table = tableOf([buildTrace('0'.repeat(31).concat('1'), spans)]);
        const { spanParent, spanStart, spanDuration } = tableOf(throughJson(table, [0]));
        expect(spanParent).toEqual(table.spanParent);
        expect(spanStart).toEqual(table.spanStart);
        expect(spanDuration).toEqual(table.spanDuration);
      }),
      { numRuns: 1000, seed: 9 },
    );
  });

  it('writes the rows that are asked for, in their order', () => {
    const traces = randomTraces({ seed: 3, traces: 5, spansPerTrace: 6 });
    expect(throughJson(tableOf(traces), [4, 0, 2]).map(({ id }) => id)).toEqual(
      [4, 0, 2].map((index) => traces[index]!.id),
    );
    expect(throughJson(tableOf(traces), [])).toEqual([]);
  });

  it('writes what Jaeger UI reads', () => {
    const table = tableFromDrawings(`
      demo /handler (server)   |==========|
        demo /omikuji !error   | ======== |
    `);
    const [trace] = JSON.parse([...tracesJaegerJson(table, [0])].join('')).data;
    expect(trace.traceID).toBe('00000000000000000000000000000001');
    expect(trace.processes).toEqual({ p1: { serviceName: 'demo', tags: [] } });
    expect(trace.spans[1]).toMatchObject({
      traceID: trace.traceID,
      spanID: '0000000000000002',
      operationName: '/omikuji',
      references: [{ refType: 'CHILD_OF', traceID: trace.traceID, spanID: '0000000000000001' }],
      processID: 'p1',
      tags: [{ key: 'error', type: 'string', value: 'true' }],
    });
    expect(trace.spans[0]).toMatchObject({
      startTime: drawnStart(0),
      duration: 10,
      tags: [{ key: 'span.kind', type: 'string', value: 'server' }],
    });
  });

  it('makes one event of two only where the second has neither a name nor an instant of its own', () => {
    const builder = new SpanTableBuilder();
    const [draw] = demoTraces({ seed: 1, traces: 1 });
    const field = (value: string) => [{ key: 'k', type: 'string', value }] as const;
    const events = [
      { name: 'a', at: 1, attributes: field('1') },
      { name: 'b', at: 1, attributes: field('2') },
      { name: '', at: 2, attributes: field('3') },
      { name: '', at: 3, attributes: field('4') },
      { name: '', at: 3, attributes: field('5') },
    ];
    builder.appendTrace({ ...draw!, spans: [{ ...draw!.spans[0]!, events }] });
    expect(throughJson(builder.table(), [0])[0]!.spans[0]!.events).toEqual([
      ...events.slice(0, 3),
      { name: '', at: 3, attributes: [...field('4'), ...field('5')] },
    ]);
  });
});
