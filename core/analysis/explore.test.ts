import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationKey, SpanTable } from '../spans/span-table.ts';
import { SpanTableBuilder } from '../spans/span-table-builder.ts';
import { demoTraces } from '../testing/demo-traces.ts';
import { randomTraces } from '../testing/random-traces.ts';
import { drawnStart, tableFromDrawings, tableOf } from '../testing/table-from-drawings.ts';
import { tableOfDurations } from '../testing/table-of-durations.ts';
import { traceFromDrawing } from '../testing/trace-from-drawing.ts';
import type { Trace } from '../trace/trace.ts';
import { SECOND, unixMicros } from '../units.ts';
import { explore } from './explore.ts';
import type { ExploreAnswer } from './explore-answer.ts';
import type { ExploreQuestion, Filter } from './explore-question.ts';
import { groupToText, valueGroup } from './group.ts';

const omikuji = { scope: 'event', key: 'omikuji' } as const;
const bad = valueGroup('凶');

const EVERYTHING: ExploreQuestion = {
  measure: 'root',
  key: undefined,
  highlight: undefined,
  split: undefined,
  filters: [],
  pick: undefined,
  from: unixMicros(0),
  to: unixMicros(Number.MAX_SAFE_INTEGER),
  minutesEastOfUtc: 0,
  sort: { column: 'time', direction: 'ascending' },
};

function ask(table: SpanTable, patch: Partial<ExploreQuestion> = {}): ExploreAnswer {
  return explore(table, { ...EVERYTHING, ...patch });
}

/** The rows of the table of values: group, n, and `-` where it is left out. */
function printGroups({ groups }: ExploreAnswer): readonly string[] {
  return groups.map(({ group, n, isIncluded, isHighlight }) =>
    [groupToText(group), n, ...(isHighlight ? ['*'] : []), ...(isIncluded ? [] : ['-'])].join(' '),
  );
}

function times(n: number, duration: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => duration + i);
}

function groupFilter(mode: 'include' | 'exclude', ...values: readonly string[]): Filter {
  return { kind: 'groups', mode, key: omikuji, groups: values.map(valueGroup) };
}

describe('the finding', () => {
  it('is that there is no trace, in an empty table', () => {
    expect(ask(new SpanTableBuilder().table())).toMatchObject({
      loaded: 0,
      key: undefined,
      groups: [],
      finding: { kind: 'no-traces' },
    });
  });

  it('is that there is nothing to compare, where the traces carry nothing', () => {
    const answer = ask(tableFromDrawings('demo /handler |==|\n\ndemo /handler |=|'));
    expect(answer).toMatchObject({ key: undefined, highlight: undefined, keys: [] });
    expect(answer.finding).toEqual({ kind: 'nothing-to-compare', n: 2, key: undefined, group: { kind: 'none' } });
  });

  it('is that there is nothing to compare in January, when every draw is 大吉', () => {
    const answer = ask(tableOfDurations({ 大吉: times(50, 60) }));
    expect(answer).toMatchObject({ key: omikuji, highlight: bad });
    expect(answer.finding).toEqual({ kind: 'nothing-to-compare', n: 50, key: omikuji, group: valueGroup('大吉') });
    expect(printGroups(answer)).toEqual(['大吉 50']);
  });

  it.each([
    [5, 100, { kind: 'too-few', n: 5, rest: 100 }],
    [6, 100, { kind: 'compared', comparison: { nA: 6, nB: 100 } }],
    [100, 5, { kind: 'too-few', n: 100, rest: 5 }],
    [100, 6, { kind: 'compared', comparison: { nA: 100, nB: 6 } }],
    [6, 6, { kind: 'compared', comparison: { nA: 6, nB: 6, verdict: 'clearly-slower' } }],
    [0, 6, { kind: 'nothing-to-compare', n: 6, group: valueGroup('吉') }],
    [6, 0, { kind: 'nothing-to-compare', n: 6, group: bad }],
  ])('of %i 凶 against %i others is %j', (slow, others, finding) => {
    expect(ask(tableOfDurations({ 凶: times(slow, 5_000), 吉: times(others, 60) })).finding).toMatchObject(finding);
  });

  it('is that there are too few, of two traces with a value each', () => {
    const answer = ask(tableOfDurations({ a: [10], b: [20] }, 'colour'));
    expect(answer.finding).toEqual({
      kind: 'too-few',
      key: { scope: 'event', key: 'colour' },
      group: valueGroup('b'),
      n: 1,
      rest: 1,
    });
  });

  it('is that no difference is found, where nothing takes any time', () => {
    const answer = ask(tableOfDurations({ 凶: new Array(20).fill(0), 吉: new Array(20).fill(0) }));
    expect(answer.finding).toMatchObject({
      kind: 'compared',
      comparison: { shift: { value: 0 }, probabilitySlower: { value: 0.5 }, verdict: 'no-difference' },
    });
  });

  it('is that 凶 is clearly slower, of the draws of the omikuji app', () => {
    const answer = ask(tableOf(demoTraces({ seed: 7, traces: 300 })));
    expect(answer).toMatchObject({ key: omikuji, highlight: bad });
    expect(answer.finding).toMatchObject({ kind: 'compared', comparison: { verdict: 'clearly-slower' } });
    expect(answer.groups.slice(1).map(({ verdict }) => verdict)).not.toContain('clearly-faster');
  });
});

describe('the groups', () => {
  it('are ordered by their median, and of equal ones that first which has more traces', () => {
    const table = tableOfDurations({ few: [10, 10], fast: [1, 2], many: [10, 10, 10], slow: [99, 99] }, 'seat');
    expect(printGroups(ask(table))).toEqual(['slow 2 *', 'many 3', 'few 2', 'fast 2']);
  });

  it('hold the traces without the key and those with several values, after the values', () => {
    const table = tableOfDurations({
      '(none)': times(10, 900),
      '(several)': times(2, 9),
      凶: times(8, 50),
      吉: times(9, 70),
    });
    const answer = ask(table);
    expect(printGroups(answer)).toEqual(['凶 8 *', '吉 9', '(none) 10', '(several) 2']);
    expect(answer.keys[0]).toMatchObject({ key: omikuji, traces: 19, values: 4 });
    expect(answer.finding).toMatchObject({ kind: 'compared', comparison: { nA: 8, nB: 21 } });
  });

  it('stand with the highlight first, then the slowest median first', () => {
    const table = tableOfDurations({ a: times(6, 10), b: times(6, 30), c: times(6, 20) });
    expect(printGroups(ask(table, { highlight: valueGroup('a') }))).toEqual(['a 6 *', 'b 6', 'c 6']);
    expect(printGroups(ask(table, { highlight: valueGroup('c') }))).toEqual(['c 6 *', 'b 6', 'a 6']);
  });

  it('are as many as there are values', () => {
    const values = Array.from({ length: 200 }, (_, i) => [`v${i}`, [i + 1]] as const);
    const answer = ask(tableOfDurations(Object.fromEntries(values), 'colour'));
    expect(answer.groups).toHaveLength(200);
    expect(answer.keys).toMatchObject([{ setAside: 'unique-values', values: 200 }]);
    expect(answer.groups.every(({ verdict }) => verdict === 'too-few')).toBe(true);
    expect(answer.finding).toMatchObject({ kind: 'too-few', group: valueGroup('v199'), n: 1, rest: 199 });
  });

  it('have shares of the included traces; a group that is left out has its share of all', () => {
    const table = tableOfDurations({ 凶: times(10, 90), 吉: times(30, 10), 大吉: times(60, 10) });
    const shares = (answer: ExploreAnswer) => answer.groups.map(({ share }) => share);
    expect(shares(ask(table))).toEqual([0.1, 0.6, 0.3]);
    expect(shares(ask(table, { filters: [groupFilter('exclude', '大吉')] }))).toEqual([0.25, 0.75, 0.6]);
  });

  it('are compared by the measure asked for; traces without a latency are left out', () => {
    const table = tableFromDrawings(`
      demo /handler                |==========|
        demo one @2 {omikuji=凶}   |  ===     |

      demo /handler                |====|

      demo /handler @1 {omikuji=吉} |==|
    `);
    const latenciesOf = (answer: ExploreAnswer) =>
      answer.groups.map(({ group, latencies }) => [groupToText(group), ...latencies]);
    expect(latenciesOf(ask(table, { measure: 'root' }))).toEqual([
      ['凶', 10],
      ['吉', 2],
      ['(none)', 4],
    ]);
    const bySpan = ask(table, { measure: 'span' });
    expect(latenciesOf(bySpan)).toEqual([
      ['凶', 3],
      ['吉', 2],
    ]);
    expect(bySpan).toMatchObject({ loaded: 3, included: 2 });
    expect(ask(table, { measure: 'span', key: { scope: 'tag', key: 'nowhere' } })).toMatchObject({
      loaded: 3,
      included: 0,
      finding: { kind: 'no-traces' },
    });
  });
});

describe('filters', () => {
  const table = tableOfDurations({ 凶: times(8, 900), 吉: times(9, 50), 大吉: times(10, 60) });

  it('on the grouping key leave its row, with its count, in the table and out of everything else', () => {
    const answer = ask(table, { filters: [groupFilter('exclude', '吉')] });
    expect(printGroups(answer)).toEqual(['凶 8 *', '大吉 10', '吉 9 -']);
    expect(answer).toMatchObject({ loaded: 27, included: 18, picked: 18 });
    expect(answer.finding).toMatchObject({ kind: 'compared', comparison: { nA: 8, nB: 10 } });
    expect(answer.groups[2]).toMatchObject({ n: 9, shift: undefined, verdict: undefined });
    expect(new Set(answer.points.group)).toEqual(new Set([0, 1]));
  });

  it('that let one group pass leave nothing to compare', () => {
    const answer = ask(table, { filters: [groupFilter('include', '大吉')] });
    expect(printGroups(answer)).toEqual(['大吉 10', '凶 8 * -', '吉 9 -']);
    expect(answer.finding).toEqual({ kind: 'nothing-to-compare', n: 10, key: omikuji, group: valueGroup('大吉') });
  });

  it('on other keys and boxes take their traces out of the counts, and add up', () => {
    const drawn = tableFromDrawings(`
      demo /handler {user=a} @1 {omikuji=凶}  |=====|

      demo /handler {user=a} @1 {omikuji=吉}  |==|

      demo /handler {user=b} @1 {omikuji=吉}  |===|

      demo /handler {user=a} @1 {omikuji=大吉} |====|
    `);
    const onlyA: Filter = {
      kind: 'groups',
      mode: 'include',
      key: { scope: 'tag', key: 'user' },
      groups: [valueGroup('a')],
    };
    const box: Filter = { kind: 'box', box: { from: drawnStart(0), to: drawnStart(3), min: 2, max: 4 } };
    expect(printGroups(ask(drawn, { filters: [onlyA] }))).toEqual(['凶 1 *', '大吉 1', '吉 1']);
    expect(printGroups(ask(drawn, { filters: [onlyA, box] }))).toEqual(['大吉 1', '吉 1']);
    expect(printGroups(ask(drawn, { filters: [onlyA, box, groupFilter('exclude', '吉')] }))).toEqual([
      '大吉 1',
      '吉 1 -',
    ]);
  });

  it('take no part in the choice of the key', () => {
    expect(ask(table, { filters: [groupFilter('include', 'nothing')] })).toMatchObject({
      loaded: 27,
      included: 0,
      key: omikuji,
      keys: [{ traces: 27 }],
      finding: { kind: 'no-traces' },
    });
  });
});

describe('the pick', () => {
  const table = tableOfDurations({ 凶: [10, 20], 吉: [30, 40] });

  it('takes all four ends of its box in, filters no figure, and decides what the list shows', () => {
    const box = { from: drawnStart(1), to: drawnStart(2), min: 20, max: 30 };
    const answer = ask(table, { pick: box, sort: { column: 'duration', direction: 'descending' } });
    expect(answer).toMatchObject({ included: 4, picked: 2 });
    expect(printGroups(answer)).toEqual(['凶 2 *', '吉 2']);
    expect(Array.from(answer.points.isPicked)).toEqual([0, 1, 1, 0]);
    expect(Array.from(answer.order)).toEqual([2, 1]);
    expect(ask(table, { pick: { ...box, max: 29 } }).picked).toBe(1);
  });

  it('is everything where there is none', () => {
    expect(Array.from(ask(table).points.isPicked)).toEqual([1, 1, 1, 1]);
  });
});

describe('the traces that count', () => {
  it('are those of the range, its ends included', () => {
    const table = tableOfDurations({ 凶: [1, 2, 3, 4, 5] });
    const inRange = (from: number, to: number) => ask(table, { from: unixMicros(from), to: unixMicros(to) });
    expect(Array.from(inRange(drawnStart(1), drawnStart(3)).order)).toEqual([1, 2, 3]);
    expect(Array.from(inRange(drawnStart(1) + 1, drawnStart(3) - 1).order)).toEqual([2]);
    expect(inRange(drawnStart(5), drawnStart(9))).toMatchObject({
      loaded: 0,
      keys: [],
      finding: { kind: 'no-traces' },
    });
  });

  it('leave out the emptier version of a trace that came again', () => {
    const first = traceFromDrawing('demo /handler @1 {omikuji=吉} |==|');
    const fuller = traceFromDrawing(`
      demo /handler                |=====|
        demo /omikuji @2 {omikuji=凶} | === |
    `);
    const answer = ask(tableOf([first, fuller]));
    expect(answer.loaded).toBe(1);
    expect(printGroups(answer)).toEqual(['凶 1 *']);
    expect(Array.from(answer.points.trace)).toEqual([1]);
  });
});

describe('the points', () => {
  it('stand in the order of time, whatever the order of the table and of the list', () => {
    const traces = [3, 1, 2].map((second) =>
      traceFromDrawing(`demo /handler @0 {omikuji=凶} |${'='.repeat(second)}|`, {
        traceId: String(second).repeat(32),
        start: unixMicros(second * SECOND),
      }),
    );
    const { points, order } = ask(tableOf(traces), { sort: { column: 'duration', direction: 'descending' } });
    expect(Array.from(points.trace)).toEqual([1, 2, 0]);
    expect(Array.from(points.time)).toEqual([SECOND, 2 * SECOND, 3 * SECOND]);
    expect(Array.from(points.latency)).toEqual([1, 2, 3]);
    expect(Array.from(order)).toEqual([0, 2, 1]);
  });
});

describe('explore', () => {
  const keys = [omikuji, { scope: 'tag', key: 'region' }, { scope: 'resource', key: 'host.name' }] as const;

  it('counts and sorts as a recount over the traces does', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(...keys),
        fc.constantFrom('root' as const, 'extent' as const),
        (seed, n, spansPerTrace, key, measure) => {
          const traces = randomTraces({ seed, traces: n, spansPerTrace });
          const answer = ask(tableOf(traces), { key, measure });
          const got = answer.groups.map(({ group, latencies }) => [groupToText(group), Array.from(latencies)]);
          expect(Object.fromEntries(got)).toEqual(recount(traces, key, measure));
          expect(answer.groups.reduce((sum, row) => sum + row.n, 0)).toBe(n);
          expect(answer.groups.reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(n === 0 ? 0 : 1, 9);
          for (const [i, trace] of answer.points.trace.entries()) {
            const row = answer.groups[answer.points.group[i]!]!;
            expect(row.latencies).toContain(answer.points.latency[i]);
            expect(groupToText(row.group)).toBe(naiveGroup(traces[trace]!, key));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

type AnyKey = AnnotationKey;

function recount(
  traces: readonly Trace[],
  key: AnyKey,
  measure: 'root' | 'extent',
): Readonly<Record<string, readonly number[]>> {
  const latencies: Record<string, number[]> = {};
  for (const trace of traces) {
    const latency =
      measure === 'root'
        ? trace.spans[0]!.duration
        : Math.max(...trace.spans.map(({ start, duration }) => start + duration));
    const group = naiveGroup(trace, key);
    latencies[group] = [...(latencies[group] ?? []), latency].sort((a, b) => a - b);
  }
  return latencies;
}

function naiveGroup(trace: Trace, { scope, key }: AnyKey): string {
  const attributes = trace.spans.flatMap((span) => {
    const byScope = {
      event: span.events.flatMap((event) => event.attributes),
      tag: span.attributes,
      resource: trace.resources[span.resource]!.attributes,
    };
    return byScope[scope];
  });
  const values = new Set(attributes.filter((attribute) => attribute.key === key).map(({ value }) => value));
  if (values.size === 0) return '(none)';
  return values.size === 1 ? [...values][0]! : '(several)';
}

describe('two drawn sides', () => {
  const table = tableOfDurations({ 凶: times(10, 1000), 吉: times(30, 60) });
  const slow = { from: unixMicros(0), to: unixMicros(Number.MAX_SAFE_INTEGER), min: 1000, max: 2000 };

  it('are a box against what lies outside, whatever is highlighted elsewhere', () => {
    const answer = ask(table, { key: omikuji, highlight: bad, split: { kind: 'box', box: slow } });
    expect(printGroups(answer)).toEqual(['(A) 10 *', '(B) 30']);
    expect(answer.finding).toMatchObject({ kind: 'compared', group: { kind: 'side', side: 'A' } });
    expect(answer.key).toEqual(omikuji);
  });

  it('are after an instant against before', () => {
    const at = unixMicros(table.traceStart.toSorted()[25]!);
    const answer = ask(table, { split: { kind: 'instant', at } });
    expect(printGroups(answer)).toEqual(['(after) 15 *', '(before) 25']);
  });

  it('are what the filters let pass against what they leave out', () => {
    const filters = [groupFilter('include', '凶')];
    expect(printGroups(ask(table, { filters, split: { kind: 'filters' } }))).toEqual(['(A) 10 *', '(B) 30']);
    expect(printGroups(ask(table, { filters, split: { kind: 'box', box: slow } }))).toEqual(['(A) 10 *']);
  });

  it('say so where one of them is empty', () => {
    const split = { kind: 'instant', at: unixMicros(Number.MAX_SAFE_INTEGER) } as const;
    expect(ask(table, { split }).finding).toMatchObject({
      kind: 'nothing-to-compare',
      n: 40,
      group: { side: 'before' },
    });
  });

  it('can be drawn where the traces carry nothing', () => {
    const bare = tableFromDrawings(Array.from({ length: 14 }, () => 'demo /handler |==|').join('\n\n'));
    const at = unixMicros(bare.traceStart.toSorted()[7]!);
    expect(ask(bare, { split: { kind: 'instant', at } }).finding).toMatchObject({ kind: 'compared', key: undefined });
  });
});

describe('what traces are by themselves', () => {
  const table = tableFromDrawings(`
    demo /a !error |==|

    demo /a |==|

    demo /b |===|
  `);

  it('groups them like any annotation', () => {
    expect(printGroups(ask(table, { key: { scope: 'trace', key: 'error' } }))).toEqual(['false 2 *', 'true 1']);
    expect(printGroups(ask(table, { key: { scope: 'trace', key: 'root' } }))).toEqual(['demo /b 1 *', 'demo /a 2']);
  });

  it('has no carrier, so that the latency of one is that of the root', () => {
    expect([...ask(table, { key: { scope: 'trace', key: 'error' }, measure: 'self' }).points.latency]).toEqual([
      2, 2, 3,
    ]);
  });
});
