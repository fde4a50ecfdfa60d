import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpanTable } from '../spans/span-table.ts';
import { SpanTableBuilder } from '../spans/span-table-builder.ts';
import { messySpans } from '../testing/messy-spans.ts';
import { tableOf } from '../testing/table-from-drawings.ts';
import { tableOfDurations } from '../testing/table-of-durations.ts';
import { buildTrace } from '../trace/build-trace.ts';
import type { Attribute } from '../trace/trace.ts';
import { unixMicros } from '../units.ts';
import { contrastValues } from './contrast/contrast-values.ts';
import { explore } from './explore.ts';
import type { ExploreQuestion } from './explore-question.ts';
import { groupToText } from './group.ts';
import { keyCurves } from './key-curves.ts';
import { quantilesOverTime } from './quantiles-over-time.ts';
import { rankKeys } from './rank/rank-keys.ts';
import { sidesOf } from './sides-of.ts';
import { traceLatencies } from './trace-latencies.ts';
import { where } from './where/where.ts';
import { whereFinding } from './where/where-finding.ts';

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
  sort: { column: 'time', direction: 'ascending' },
};
const CONTEXT = { from: QUESTION.from, to: QUESTION.to, minutesEastOfUtc: 0 };

/** Every answer that the page can show of a table. */
function everything(table: SpanTable, patch: Partial<ExploreQuestion> = {}) {
  const answer = explore(table, { ...QUESTION, ...patch });
  const { a, b } = sidesOf(answer);
  const latencies = traceLatencies(table, 'root', undefined);
  const rows = Int32Array.from(answer.points.trace);
  const ranking = rankKeys(table, rows, latencies, CONTEXT);
  const keys = ranking.map(({ key }) => key);
  const difference = where(table, a, b);
  const times = answer.points.time;
  const range = { from: unixMicros(times[0] ?? 0), to: unixMicros((times.at(-1) ?? 0) + 1) };
  return {
    answer,
    ranking,
    difference,
    held: difference && whereFinding(difference),
    contrast: contrastValues(table, a, b, keys, CONTEXT),
    curves: keys.map((key) => keyCurves(table, rows, latencies, key, CONTEXT)),
    overTime: quantilesOverTime(answer.points, [...answer.groups.keys()], answer.groups.length, range, 0),
  };
}

/** The finding in short, then what else there is to say: keys that are ranked, rows of where, values of the contrast. */
function inShort(table: SpanTable, patch: Partial<ExploreQuestion> = {}): string {
  const all = everything(table, patch);
  assertSound(all);
  const { answer, ranking, difference, held, contrast } = all;
  const { finding } = answer;
  const said = finding.kind === 'compared' ? finding.comparison.verdict : finding.kind;
  const ranked = ranking.filter(({ setAside, isTooFew }) => setAside === undefined && !isTooFew).length;
  return `${said} | ${answer.groups.map(({ group, n }) => `${groupToText(group)} ${n}`).join(', ')} | ranked ${ranked} | where ${difference?.rows.length ?? '–'}${held === undefined ? '' : ' held'} | contrast ${contrast.length}`;
}

/** What must hold of any answer, whatever was asked of which traces. */
function assertSound({ answer, ranking, difference, contrast, curves, overTime }: ReturnType<typeof everything>): void {
  const included = answer.groups.filter(({ isIncluded }) => isIncluded);
  expect(included.reduce((sum, { n }) => sum + n, 0)).toBe(answer.included);
  expect(answer.points.trace.length).toBe(answer.included);
  const inParts = overTime.lines.flat().reduce((sum, part) => sum + (part?.n ?? 0), 0);
  expect(inParts).toBe(answer.included);
  for (const { share, p50, p95, p99 } of included) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
    for (const estimate of [p50, p95, p99]) assertWithin(estimate);
  }
  for (const { explained, most, p, pAdjusted } of ranking) {
    expect(explained).toBeGreaterThanOrEqual(0);
    expect(explained).toBeLessThanOrEqual(most + 1e-9);
    expect(pAdjusted).toBeGreaterThanOrEqual(p - 1e-12);
  }
  for (const { difference: share, p, pAdjusted } of contrast) {
    assertWithin(share);
    expect(Math.abs(share.value)).toBeLessThanOrEqual(1);
    expect(pAdjusted).toBeGreaterThanOrEqual(p - 1e-12);
    expect(pAdjusted).toBeLessThanOrEqual(1);
  }
  if (difference !== undefined) {
    const sum = difference.rows.reduce((total, { delta }) => total + delta.value, 0);
    expect(sum).toBeCloseTo(difference.total.value, 6);
    for (const { delta, moreCalls, slowerCalls } of difference.rows) {
      assertWithin(delta);
      expect(moreCalls + slowerCalls).toBeCloseTo(delta.value, 6);
    }
  }
  assertFinite({
    groups: included,
    finding: answer.finding,
    ranking,
    difference,
    contrast,
    curves,
    lines: overTime.lines,
  });
}

interface Ends {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

function assertWithin({ value, low, high }: Ends): void {
  const slack = 1e-9 * Math.max(1, Math.abs(value));
  if (low !== undefined) expect(low).toBeLessThanOrEqual(value + slack);
  if (high !== undefined) expect(high).toBeGreaterThanOrEqual(value - slack);
}

/** No answer holds NaN or an infinite number: what is not defined is absent. */
function assertFinite(value: unknown, path = 'answer'): void {
  if (typeof value === 'number') expect(Number.isFinite(value), path).toBe(true);
  else if (ArrayBuffer.isView(value)) assertFinite([...(value as Float64Array)], path);
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) assertFinite(item, `${path}[${i}]`);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) assertFinite(item, `${path}.${name}`);
  }
}

const times = (n: number, from: number, step = 1): number[] => Array.from({ length: n }, (_, i) => from + i * step);

describe('the answers at their edges', () => {
  it('of no trace', () => {
    expect(inShort(new SpanTableBuilder().table())).toBe('no-traces |  | ranked 0 | where – | contrast 0');
  });

  it('of January, when there is one fortune only', () => {
    expect(inShort(tableOfDurations({ 大吉: times(50, 100) }))).toBe(
      'nothing-to-compare | 大吉 50 | ranked 0 | where – | contrast 0',
    );
  });

  it('of one trace', () => {
    expect(inShort(tableOfDurations({ 凶: [1_000_000] }))).toBe(
      'nothing-to-compare | 凶 1 | ranked 0 | where – | contrast 0',
    );
  });

  it('of two groups of one trace', () => {
    expect(inShort(tableOfDurations({ 凶: [1_000_000], 吉: [100] }))).toBe(
      'too-few | 凶 1, 吉 1 | ranked 0 | where 1 | contrast 2',
    );
  });

  it('of five and six traces on a side', () => {
    expect(inShort(tableOfDurations({ 凶: times(5, 1_000_000), 吉: times(50, 100) }))).toMatch(
      /^too-few .* where 1 \|/,
    );
    expect(inShort(tableOfDurations({ 凶: times(6, 1_000_000), 吉: times(50, 100) }))).toMatch(
      /^clearly-slower .* where 1 held \|/,
    );
    expect(inShort(tableOfDurations({ 凶: times(50, 1_000_000), 吉: times(5, 100) }))).toMatch(/^too-few /);
  });

  it('of durations that are all 0', () => {
    expect(inShort(tableOfDurations({ 凶: times(20, 0, 0), 吉: times(50, 0, 0) }))).toMatch(
      /^no-difference \| 凶 20, 吉 50 \| ranked \d \| where 1 \| contrast \d+$/,
    );
  });

  it('of one group that is constant, and so is the other', () => {
    expect(inShort(tableOfDurations({ 凶: times(20, 1000, 0), 吉: times(50, 100, 0) }))).toMatch(/^clearly-slower /);
  });

  it('of 200 values', () => {
    const groups = Object.fromEntries(times(200, 0).map((i) => [`v${i}`, times(8, 100 + i)]));
    expect(inShort(tableOfDurations(groups, 'seat'))).toMatch(/^clearly-slower \| v199 8, /);
  });

  it('of a key on half of the traces', () => {
    expect(inShort(tableOfDurations({ 凶: times(30, 1000), '(none)': times(30, 100) }))).toMatch(
      /^clearly-slower \| 凶 30, \(none\) 30 \|/,
    );
  });

  it('of several values in one trace', () => {
    expect(
      inShort(tableOfDurations({ a: times(30, 1000), b: times(30, 100), '(several)': times(10, 500) }, 'seat')),
    ).toMatch(/^clearly-slower \| a 30, b 30, \(several\) 10 \|/);
  });

  it('of sides that were drawn so that one is empty', () => {
    const table = tableOfDurations({ 凶: times(20, 1000), 吉: times(20, 100) });
    expect(inShort(table, { split: { kind: 'instant', at: unixMicros(0) } })).toMatch(/^(nothing-to-compare|too-few) /);
  });

  it('are sound for any traces, whatever is wrong with them', () => {
    const tag = fc.record({ key: fc.constantFrom('k', 'l'), value: fc.constantFrom('a', 'b', '1', '2', '') });
    const trace = fc.record({ spans: messySpans, tags: fc.array(tag, { maxLength: 2 }) });
    fc.assert(
      fc.property(
        fc.array(trace, { maxLength: 25 }),
        fc.constantFrom('root', 'extent', 'self', 'span'),
        (drawn, measure) => {
          const table = tableOf(
            drawn.map(({ spans, tags }, i) => {
              const attributes = tags.map(({ key, value }): Attribute => ({ key, type: 'string', value }));
              const raw = spans.map((span, at) => (at === 0 ? { ...span, attributes } : span));
              return buildTrace((i + 1).toString(16).padStart(32, '0'), raw);
            }),
          );
          const all = everything(table, { measure });
          assertSound(all);
          expect(everything(table, { measure })).toEqual(all);
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });
});
