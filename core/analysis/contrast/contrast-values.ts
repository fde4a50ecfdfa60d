import type { SpanTable } from '../../spans/span-table.ts';
import { benjaminiHochberg } from '../benjamini-hochberg.ts';
import { compareGroupsByName } from '../compare-groups-by-name.ts';
import { groupBy } from '../group-by.ts';
import type { GroupKey } from '../group-key.ts';
import type { GroupingContext } from '../grouping-context.ts';
import type { ContrastRow } from './contrast-row.ts';
import { fisherExact } from './fisher-exact.ts';
import { logFactorials } from './log-factorials.ts';
import { shareDifference } from './share-difference.ts';

/** Keys with more values than this are ids or nearly so: none of their values is had by many. */
const MOST_VALUES = 1_000;

/**
 * Which values the traces `a` have more often, or less often, than the traces `b` (rows of the table): the question of a box drawn
 * around slow traces. Every group of every key is looked at, having none among them; those that differ most, whichever way, first.
 * Empty where a group is.
 */
export function contrastValues(
  table: SpanTable,
  a: Int32Array,
  b: Int32Array,
  keys: readonly GroupKey[],
  context: GroupingContext,
): readonly ContrastRow[] {
  if (a.length === 0 || b.length === 0) return [];
  const logs = logFactorials(a.length + b.length);
  const rows = keys.flatMap((key) => {
    const { groups, groupOfTrace } = groupBy(table, key, context);
    const inA = countGroups(a, groupOfTrace, groups.length);
    const inB = countGroups(b, groupOfTrace, groups.length);
    const occurring = groups.flatMap((group, index) => (inA[index]! + inB[index]! > 0 ? [{ group, index }] : []));
    if (occurring.length < 2 || occurring.length > MOST_VALUES) return [];
    // Of rows that differ alike the order is that of the keys, then of the names.
    occurring.sort((x, y) => compareGroupsByName(x.group, y.group));
    return occurring.map(({ group, index }) => {
      const counts = { inA: inA[index]!, nA: a.length, inB: inB[index]!, nB: b.length };
      return { key, group, ...counts, difference: shareDifference(counts), p: fisherExact(counts, logs) };
    });
  });
  const adjusted = benjaminiHochberg(rows.map(({ p }) => p));
  return rows
    .map((row, place) => ({ ...row, pAdjusted: adjusted[place]! }))
    .sort((x, y) => Math.abs(y.difference.value) - Math.abs(x.difference.value) || x.p - y.p);
}

function countGroups(rows: Int32Array, groupOfTrace: Int32Array, groups: number): Int32Array {
  const counts = new Int32Array(groups);
  for (const trace of rows) counts[groupOfTrace[trace]!]!++;
  return counts;
}
