import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../testing/table-from-drawings.ts';
import { buildTrace, type RawSpan } from '../trace/build-trace.ts';
import { addMicros, SECOND, unixMicros } from '../units.ts';
import { contrastValues } from './contrast/contrast-values.ts';
import { explore } from './explore.ts';
import type { ExploreQuestion } from './explore-question.ts';
import { keyCurves } from './key-curves.ts';
import { rankKeys } from './rank/rank-keys.ts';
import { sidesOf } from './sides-of.ts';
import { traceLatencies } from './trace-latencies.ts';
import { where } from './where/where.ts';

/*
 * Slices arrive in any order. What is said of the traces may not depend on it: neither a number, nor which of two that are equal is
 * named. Few values and short whole durations, so that nearly everything is equal to something.
 */

const START = unixMicros(1_795_424_400_000_000);
const QUESTION: ExploreQuestion = {
  measure: 'root',
  key: undefined,
  highlight: undefined,
  split: undefined,
  filters: [],
  pick: undefined,
  from: unixMicros(0),
  to: unixMicros(Number.MAX_SAFE_INTEGER),
  minutesEastOfUtc: 0,
  sort: { column: 'duration', direction: 'descending' },
};

interface Drawn {
  readonly second: number;
  readonly duration: number;
  readonly call: string;
  readonly tags: Readonly<Record<string, string>>;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  second: fc.integer({ min: 0, max: 20 }),
  duration: fc.integer({ min: 0, max: 8 }),
  call: fc.constantFrom('read', 'write'),
  tags: fc.dictionary(fc.constantFrom('k', 'l', 'm'), fc.constantFrom('a', 'b', '1', '2'), { maxKeys: 3 }),
});

function traceOf({ second, duration, call, tags }: Drawn, id: number) {
  const start = addMicros(START, second * SECOND);
  const root: RawSpan = {
    id: '1'.padStart(16, '0'),
    parentId: '',
    resource: { service: 'demo', attributes: [] },
    operation: '/handler',
    kind: 'server',
    start,
    end: addMicros(start, duration),
    isError: false,
    attributes: Object.entries(tags).map(([key, value]) => ({ key, type: 'string', value })),
    events: [],
    links: [],
    warnings: [],
  };
  const child = { ...root, id: '2'.padStart(16, '0'), parentId: root.id, operation: call, attributes: [] };
  return buildTrace(String(id + 1).padStart(32, '0'), [root, { ...child, end: addMicros(start, duration / 2) }]);
}

/** All that is said of the traces, read in this order, without the rows of the table, which are in it. */
function everything(traces: readonly ReturnType<typeof traceOf>[]) {
  const table = tableOf(traces);
  const answer = explore(table, QUESTION);
  const { a, b } = sidesOf(answer);
  const rows = answer.points.trace;
  const latencies = traceLatencies(table, QUESTION.measure, answer.key);
  const ranking = rankKeys(table, rows, latencies, QUESTION);
  const keys = ranking.map(({ key }) => key);
  const idsOf = (places: Iterable<number>) => Array.from(places, (row) => table.traceIds[row]);
  return inNineDigits({
    finding: answer.finding,
    groups: answer.groups,
    points: { ...answer.points, trace: idsOf(rows) },
    order: idsOf(answer.order),
    ranking,
    where: where(table, a, b),
    contrast: contrastValues(table, a, b, keys, QUESTION),
    curves: keys.map((key) => keyCurves(table, rows, latencies, key, QUESTION)),
  });
}

/** Sums of the same numbers in another order differ in their last digits. */
function inNineDigits(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(9));
  if (ArrayBuffer.isView(value)) return inNineDigits([...(value as Float64Array)]);
  if (Array.isArray(value)) return value.map(inNineDigits);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inNineDigits(item)]));
}

describe('the answers', () => {
  it('are the same in whatever order the traces were read', () => {
    fc.assert(
      fc.property(
        fc
          .array(drawn, { maxLength: 24 })
          .map((many) => many.map(traceOf))
          .chain((traces) => fc.tuple(fc.constant(traces), fc.shuffledSubarray(traces, { minLength: traces.length }))),
        ([traces, shuffled]) => {
          expect(everything(shuffled)).toEqual(everything(traces));
        },
      ),
      { numRuns: 300, seed: 8 },
    );
  });
});
