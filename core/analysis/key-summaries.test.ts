import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpanTable } from '../spans/span-table.ts';
import { randomTraces } from '../testing/random-traces.ts';
import { tableFromDrawings, tableOf } from '../testing/table-from-drawings.ts';
import { tableOfDurations } from '../testing/table-of-durations.ts';
import type { Attribute, Trace } from '../trace/trace.ts';
import { keySummaries } from './key-summaries.ts';

function print(table: SpanTable, rows = Array.from({ length: table.traceCount }, (_, row) => row)): readonly string[] {
  return keySummaries(table, Int32Array.from(rows)).map(({ key, traces, values, setAside }) =>
    [`${key.scope}:${key.key}`, `${values} values on ${traces}`, ...(setAside === undefined ? [] : [setAside])].join(
      ' ',
    ),
  );
}

/** As many traces as values, each with a value of its own and `repeats` traces more with the first. */
function withValues(values: number, repeats: number): SpanTable {
  return tableOfDurations(
    Object.fromEntries(
      Array.from({ length: values }, (_, i) => [`v${i}`, new Array<number>(i === 0 ? 1 + repeats : 1).fill(5)]),
    ),
  );
}

describe('keySummaries', () => {
  it('counts traces and values of each key: events before tags before resources, by name, those set aside last', () => {
    const table = tableFromDrawings(`
      demo /handler {user=a, zone=1, kind=x}      |====|
        demo /omikuji {user=b} @2 drawn {omikuji=凶} | == |

      demo /handler {zone=2, kind=x}              |====|
        demo /omikuji @2 drawn {omikuji=吉}       | == |
    `);
    expect(print(table)).toEqual([
      'event:omikuji 2 values on 2',
      'tag:user 2 values on 1',
      'tag:zone 2 values on 2',
      'event:event 1 values on 2 one-value',
      'tag:kind 1 values on 2 one-value',
    ]);
  });

  it('keeps a key with one value that only some traces carry: carrying it splits them', () => {
    const table = tableOfDurations({ 凶: [1], '(none)': [1] });
    expect(print(table)).toEqual(['event:omikuji 1 values on 1']);
  });

  it('sets a key aside as an id where more than 20 values are nearly all different', () => {
    expect(print(withValues(20, 0))).toEqual(['event:omikuji 20 values on 20']);
    expect(print(withValues(21, 0))).toEqual(['event:omikuji 21 values on 21 unique-values']);
    // 27 of 30 is nine tenths, and not more.
    expect(print(withValues(27, 3))).toEqual(['event:omikuji 27 values on 30']);
    expect(print(withValues(27, 2))).toEqual(['event:omikuji 27 values on 29 unique-values']);
  });

  it('looks at the given traces only, and leaves out keys that they do not carry', () => {
    const table = tableOfDurations({ 凶: [1], 吉: [1], '(none)': [1] });
    expect(print(table, [1])).toEqual(['event:omikuji 1 values on 1 one-value']);
    expect(print(table, [2])).toEqual([]);
    expect(print(table, [])).toEqual([]);
  });

  it('counts what a recount over the traces counts', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 9 }), (seed, n, spans) => {
        const traces = randomTraces({ seed, traces: n, spansPerTrace: spans });
        const counted = keySummaries(tableOf(traces), Int32Array.from(traces.keys())).map(
          ({ key, traces: count, values }) => [`${key.scope}:${key.key}`, [count, values]] as const,
        );
        expect(Object.fromEntries(counted)).toEqual(recount(traces));
      }),
      { numRuns: 40 },
    );
  });
});

function recount(traces: readonly Trace[]): Readonly<Record<string, readonly [traces: number, values: number]>> {
  const seen = new Map<string, { readonly traces: Set<string>; readonly values: Set<string> }>();
  for (const trace of traces) {
    const see = (scope: string, { key, value }: Pick<Attribute, 'key' | 'value'>): void => {
      const entry = seen.get(`${scope}:${key}`) ?? { traces: new Set(), values: new Set() };
      entry.traces.add(trace.id);
      entry.values.add(value);
      seen.set(`${scope}:${key}`, entry);
    };
    for (const span of trace.spans) {
      for (const attribute of span.attributes) see('tag', attribute);
      for (const attribute of trace.resources[span.resource]!.attributes) see('resource', attribute);
      for (const event of span.events) {
        if (event.name !== '') see('event', { key: 'event', value: event.name });
        for (const attribute of event.attributes) see('event', attribute);
      }
    }
  }
  return Object.fromEntries([...seen].map(([key, entry]) => [key, [entry.traces.size, entry.values.size]]));
}
