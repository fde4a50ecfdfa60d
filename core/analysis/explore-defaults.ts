import { compareGroupsByName } from './compare-groups-by-name.ts';
import type { GroupRow, KeySummary } from './explore-answer.ts';
import { type Group, isSameGroup, valueGroup } from './group.ts';
import type { GroupKey } from './group-key.ts';
import { FEWEST_TRACES } from './verdict.ts';

/** What the bundled app writes: its event attribute, and the fortune that is slow. */
const OMIKUJI = 'omikuji';
const BAD_FORTUNE = valueGroup('凶');

type RowToChoose = Pick<GroupRow, 'group' | 'n' | 'p50'>;

/** The key to group by when none is asked for: `omikuji` where it is, else the first that is worth it, else the first. */
export function defaultKey(keys: readonly KeySummary[]): GroupKey | undefined {
  const summary =
    keys.find(({ key }) => key.key === OMIKUJI) ?? keys.find(({ setAside }) => setAside === undefined) ?? keys[0];
  return summary?.key;
}

/**
 * The group to highlight when none is asked for: 凶 where the key is `omikuji` or it occurs, else the slowest by median of those
 * that have enough traces to be compared, or of all, where none has. `undefined` where no trace carries the key.
 */
export function defaultHighlight(key: GroupKey | undefined, rows: readonly RowToChoose[]): Group | undefined {
  if (key?.key === OMIKUJI || rows.some(({ group }) => isSameGroup(group, BAD_FORTUNE))) return BAD_FORTUNE;
  const carrying = rows.filter(({ group }) => group.kind !== 'none');
  const enough = carrying.filter(({ n }) => n >= FEWEST_TRACES);
  return (enough.length > 0 ? enough : carrying).reduce<RowToChoose | undefined>(
    (slowest, row) => (slowest === undefined || orderOf(row, slowest) < 0 ? row : slowest),
    undefined,
  )?.group;
}

/** The slower first, as in the table of values: of equal ones that which has more traces, then by name. */
function orderOf(a: RowToChoose, b: RowToChoose): number {
  return b.p50.value - a.p50.value || b.n - a.n || compareGroupsByName(a.group, b.group);
}
