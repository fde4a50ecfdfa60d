import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustComparisons } from './adjust-comparisons.ts';
import { compareGroups } from './compare-groups.ts';
import { compareRows, type UncomparedRow } from './compare-rows.ts';
import { type Group, isSameGroup, valueGroup } from './group.ts';
import { quantileEstimate } from './quantile-estimate.ts';

const omikuji = { scope: 'event', key: 'omikuji' } as const;
const bad = valueGroup('凶');

function row(value: string, latencies: readonly number[], isIncluded = true): UncomparedRow {
  const sorted = Float64Array.from(latencies).sort();
  return {
    group: valueGroup(value),
    isIncluded,
    n: sorted.length,
    share: 0,
    p50: quantileEstimate(sorted, 0.5),
    p95: quantileEstimate(sorted, 0.95),
    p99: quantileEstimate(sorted, 0.99),
    latencies: sorted,
  };
}

function around(center: number, n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => center + ((i * 7) % 13));
}

/** Each row against the rest, written down as the rule says it, without shared work. */
function slowTwin(highlight: Group, rows: readonly UncomparedRow[]): readonly unknown[] {
  const included = rows.filter(({ isIncluded }) => isIncluded);
  const family = included.flatMap((one) => {
    const rest = included.filter((other) => other !== one && !isSameGroup(other.group, highlight));
    const latencies = Float64Array.from(rest.flatMap((other) => [...other.latencies])).sort();
    return one.n < 6 || latencies.length < 6 ? [] : [{ one, comparison: compareGroups(one.latencies, latencies) }];
  });
  const adjusted = adjustComparisons(family.map(({ comparison }) => comparison));
  return rows.map((one) => {
    const comparison = adjusted[family.findIndex((entry) => entry.one === one)];
    return [comparison?.shift, comparison?.verdict];
  });
}

describe('compareRows', () => {
  it('holds the highlight against all others, and each other against the rest without the highlight', () => {
    const rows = [row('凶', around(1_000_000, 20)), row('吉', around(60, 20)), row('大吉', around(62, 20))];
    const { rows: compared, finding } = compareRows(omikuji, bad, rows);
    expect(compared.map(({ isHighlight, verdict }) => [isHighlight, verdict])).toEqual([
      [true, 'clearly-slower'],
      [false, 'no-difference'],
      [false, 'no-difference'],
    ]);
    expect(finding).toMatchObject({
      kind: 'compared',
      key: omikuji,
      group: bad,
      comparison: { nA: 20, nB: 40, verdict: 'clearly-slower' },
    });
  });

  it('adjusts p over the rows that were compared, and over no other', () => {
    const two = [row('凶', around(100, 12)), row('吉', around(98, 12)), row('大吉', around(98, 12))];
    const few = ['x', 'y', 'z'].map((value) => row(value, [97, 99]));
    const excluded = row('中吉', around(50, 30), false);
    const { rows: compared, finding } = compareRows(omikuji, bad, [...two, ...few, excluded]);
    expect(compared.map(({ verdict }) => verdict)).toEqual([
      expect.any(String),
      expect.any(String),
      expect.any(String),
      'too-few',
      'too-few',
      'too-few',
      undefined,
    ]);
    expect(compared.map(({ shift }) => shift !== undefined)).toEqual([true, true, true, false, false, false, false]);
    if (finding.kind !== 'compared') throw new Error(finding.kind);
    const { p, pAdjusted } = finding.comparison;
    // The smallest of three p: three times as large.
    expect(p).toBeGreaterThan(0);
    expect(pAdjusted).toBeCloseTo(3 * p, 12);
  });

  it('compares as the rule says, whatever the groups', () => {
    const anyRow = fc.record({
      value: fc.constantFrom('凶', '吉', '大吉', '中吉', '小吉', 'a', 'b'),
      latencies: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 14 }),
      isIncluded: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyRow, { selector: ({ value }) => value, maxLength: 6 }), (described) => {
        const rows = described.map(({ value, latencies, isIncluded }) => row(value, latencies, isIncluded));
        const { rows: compared } = compareRows(omikuji, bad, rows);
        const hasRest = (one: UncomparedRow): boolean =>
          rows.some((other) => other !== one && other.isIncluded && !isSameGroup(other.group, bad));
        expect(compared.map(({ shift, verdict }) => [shift, verdict])).toEqual(
          slowTwin(bad, rows).map((expected, i) => {
            const [shift, verdict] = expected as readonly [unknown, unknown];
            return [shift, verdict ?? (rows[i]!.isIncluded && hasRest(rows[i]!) ? 'too-few' : undefined)];
          }),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing of a single group but that it is alone', () => {
    const { rows, finding } = compareRows(omikuji, bad, [row('大吉', around(60, 100))]);
    expect(finding).toEqual({ kind: 'nothing-to-compare', n: 100, key: omikuji, group: valueGroup('大吉') });
    expect(rows[0]).toMatchObject({ isHighlight: false, verdict: undefined, shift: undefined });
  });

  it('has nothing for the other of two groups: without the highlight there is no rest', () => {
    const { rows } = compareRows(omikuji, bad, [row('凶', around(90, 9)), row('吉', around(60, 9))]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(['clearly-slower', undefined]);
  });

  it('counts no trace where every row is left out', () => {
    expect(compareRows(omikuji, bad, [row('凶', around(90, 9), false)]).finding).toEqual({ kind: 'no-traces' });
    expect(compareRows(undefined, undefined, []).finding).toEqual({ kind: 'no-traces' });
  });

  it('takes a highlight that is left out, or does not occur, for one without a trace', () => {
    const others = [row('吉', around(60, 9)), row('大吉', around(60, 9))];
    const none = { kind: 'too-few', key: omikuji, group: bad, n: 0, rest: 18 };
    expect(compareRows(omikuji, bad, others).finding).toEqual(none);
    const { rows, finding } = compareRows(omikuji, bad, [...others, row('凶', around(90, 9), false)]);
    expect(finding).toEqual(none);
    expect(rows.map(({ isHighlight, verdict }) => [isHighlight, verdict])).toEqual([
      [false, 'no-difference'],
      [false, 'no-difference'],
      [true, undefined],
    ]);
  });
});
