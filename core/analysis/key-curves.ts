import type { SpanTable } from '../spans/span-table.ts';
import { compareGroupsByName } from './compare-groups-by-name.ts';
import type { Group } from './group.ts';
import { groupBy } from './group-by.ts';
import type { GroupKey } from './group-key.ts';
import type { GroupingContext } from './grouping-context.ts';

/** A group of a key that is only looked at. */
export interface KeyCurve {
  readonly group: Group;
  /** Ascending, µs. */
  readonly latencies: Float64Array;
}

/** More curves than this cannot be told apart. */
const MOST_CURVES = 6;

/**
 * The latencies of the traces in `rows` by a key: the largest groups, the largest first.
 *
 * @param latencies per trace of the table, µs; none of `rows` is NaN
 */
export function keyCurves(
  table: SpanTable,
  rows: Int32Array,
  latencies: Float64Array,
  key: GroupKey,
  context: GroupingContext,
): readonly KeyCurve[] {
  const { groups, groupOfTrace } = groupBy(table, key, context);
  const counts = new Int32Array(groups.length);
  for (const trace of rows) counts[groupOfTrace[trace]!]!++;
  return groups
    .map((group, index) => ({ group, index, n: counts[index]! }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || compareGroupsByName(a.group, b.group))
    .slice(0, MOST_CURVES)
    .map(({ group, index }) => {
      const members = rows.filter((trace) => groupOfTrace[trace] === index);
      return { group, latencies: Float64Array.from(members, (trace) => latencies[trace]!).sort() };
    });
}
