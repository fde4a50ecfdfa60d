import { adjustComparisons } from './adjust-comparisons.ts';
import { compareGroups } from './compare-groups.ts';
import type { Comparison } from './comparison.ts';
import type { GroupRow } from './explore-answer.ts';
import type { Finding } from './finding.ts';
import { type Group, isSameGroup } from './group.ts';
import type { GroupKey } from './group-key.ts';
import { FEWEST_TRACES } from './verdict.ts';

/** A row before it is compared. */
export type UncomparedRow = Omit<GroupRow, 'isHighlight' | 'shift' | 'verdict'>;

/**
 * Compares each included row with the rest and draws the finding for the highlight. The highlight is held against all others; every
 * other row against the others *without* the highlight: against a rest that holds 84 one-second traces each of them would come
 * out "clearly faster", true and useless. p is adjusted by Holm over the rows that have enough traces on both sides.
 */
export function compareRows(
  key: GroupKey | undefined,
  highlight: Group | undefined,
  rows: readonly UncomparedRow[],
): { readonly rows: readonly GroupRow[]; readonly finding: Finding } {
  const isHighlight = (row: UncomparedRow): boolean => highlight !== undefined && isSameGroup(row.group, highlight);
  const included = rows.filter((row) => row.isIncluded);
  const ordinary = included.filter((row) => !isHighlight(row));
  const pooled = mergeSorted(ordinary.map((row) => row.latencies));
  const restOf = (row: UncomparedRow): number => pooled.length - (isHighlight(row) ? 0 : row.n);
  const compared = new Map<UncomparedRow, Comparison>();
  for (const row of included) {
    if (row.n < FEWEST_TRACES || restOf(row) < FEWEST_TRACES) continue;
    const rest = isHighlight(row) ? pooled : without(pooled, row.latencies);
    compared.set(row, compareGroups(row.latencies, rest));
  }
  const adjusted = adjustComparisons([...compared.values()]);
  const comparisonOf = new Map([...compared.keys()].map((row, i) => [row, adjusted[i]!]));

  const compareds = rows.map((row): GroupRow => {
    const comparison = comparisonOf.get(row);
    const hasRest = row.isIncluded && restOf(row) > 0;
    return {
      ...row,
      isHighlight: isHighlight(row),
      shift: comparison?.shift,
      verdict: comparison?.verdict ?? (hasRest ? 'too-few' : undefined),
    };
  });
  return { rows: compareds, finding: findingOf(key, highlight, included, comparisonOf) };
}

function findingOf(
  key: GroupKey | undefined,
  highlight: Group | undefined,
  included: readonly UncomparedRow[],
  comparisonOf: ReadonlyMap<UncomparedRow, Comparison>,
): Finding {
  const [only, ...more] = included;
  if (only === undefined) return { kind: 'no-traces' };
  const all = included.reduce((sum, row) => sum + row.n, 0);
  if (highlight === undefined || more.length === 0) {
    return { kind: 'nothing-to-compare', n: all, key, group: more.length === 0 ? only.group : undefined };
  }
  const row = included.find(({ group }) => isSameGroup(group, highlight));
  const comparison = row === undefined ? undefined : comparisonOf.get(row);
  if (comparison === undefined) {
    const n = row?.n ?? 0;
    return { kind: 'too-few', key, group: highlight, n, rest: all - n };
  }
  return { kind: 'compared', key, group: highlight, comparison };
}

function mergeSorted(parts: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(), second, ...more] = parts;
  if (second === undefined) return first;
  // Two neighbours at a time, so that each value is moved as seldom as possible.
  const pairs = [mergeTwo(first, second)];
  for (let at = 0; at < more.length; at += 2) pairs.push(mergeTwo(more[at]!, more[at + 1] ?? new Float64Array()));
  return mergeSorted(pairs);
}

function mergeTwo(a: Float64Array, b: Float64Array): Float64Array {
  const merged = new Float64Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < merged.length; at++) {
    merged[at] = j >= b.length || (i < a.length && a[i]! <= b[j]!) ? a[i++]! : b[j++]!;
  }
  return merged;
}

/** A sorted multiset without another one that it contains. */
function without(sorted: Float64Array, removed: Float64Array): Float64Array {
  const rest = new Float64Array(sorted.length - removed.length);
  let next = 0;
  let length = 0;
  for (const value of sorted) {
    if (next < removed.length && removed[next] === value) next++;
    else rest[length++] = value;
  }
  return rest;
}
