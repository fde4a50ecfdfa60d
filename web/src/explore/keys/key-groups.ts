import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { callsOf, type GroupKey } from '#core/analysis/group-key.ts';
import type { RankedKey } from '#core/analysis/rank/ranked-key.ts';

/** A key as the rail shows it; without a rank while the ranking is not there. */
export interface RailKey {
  readonly key: GroupKey;
  readonly traces: number;
  readonly values: number;
  readonly setAside: RankedKey['setAside'];
  readonly rank: RankedKey | undefined;
}

export interface KeyGroups {
  /** What goes with latency most first; or by name, while that is not known. */
  readonly useful: readonly RailKey[];
  /** Further operations whose presence says little: found by a search. */
  readonly folded: number;
  readonly setAside: readonly RailKey[];
}

/** Of the operations that a trace has or has not, the first few that say something. */
const MOST_CALLS = 5;
const CLEAR_P = 0.05;

/**
 * The keys of an answer for the rail, in its order.
 *
 * @param isFound whether a key is looked for: everybody where nothing is
 */
export function keyGroups(
  answer: Pick<ExploreAnswer, 'keys'>,
  ranked: readonly RankedKey[] | undefined,
  isSearching: boolean,
  isFound: (key: GroupKey) => boolean,
): KeyGroups {
  if (ranked === undefined) {
    const keys = answer.keys.filter(({ key }) => isFound(key)).map((summary) => ({ ...summary, rank: undefined }));
    return {
      useful: keys.filter(({ setAside }) => setAside === undefined),
      folded: 0,
      setAside: keys.filter(({ setAside }) => setAside !== undefined),
    };
  }
  const useful: RailKey[] = [];
  const setAside: RailKey[] = [];
  let calls = 0;
  let folded = 0;
  for (const rank of ranked) {
    if (rank.setAside !== undefined) {
      // That all traces are alike in what they are is no key that somebody wrote.
      if (isFound(rank.key) && (rank.key.scope !== 'trace' || isSearching)) setAside.push(railKey(rank, rank.key));
      continue;
    }
    const isCall = rank.key.scope === 'trace' && callsOf(rank.key.key) !== undefined;
    const isShown = isSearching || !isCall || (!rank.isTooFew && rank.pAdjusted < CLEAR_P && ++calls <= MOST_CALLS);
    if (!isShown) folded++;
    else if (isFound(rank.key)) useful.push(railKey(rank, rank.key));
    // What splits the traces alike is told with the key that stands for it, and can be found.
    if (isSearching) useful.push(...rank.aliases.filter(isFound).map((alias) => railKey(rank, alias)));
  }
  return { useful, folded, setAside };
}

function railKey(rank: RankedKey, key: GroupKey): RailKey {
  return { key, traces: rank.traces, values: rank.values, setAside: rank.setAside, rank };
}
