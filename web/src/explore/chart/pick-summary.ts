import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';

/** What the picked traces have in common. `group` is an index into the answer's groups. */
export interface PickSummary {
  readonly count: number;
  /** Their only group, else the highlight if some are of it, else the most frequent; `undefined` without picked traces. */
  readonly group: number | undefined;
  readonly ofGroup: number;
}

export function pickSummary({ points, groups }: Pick<ExploreAnswer, 'points' | 'groups'>): PickSummary {
  const counts = new Array<number>(groups.length).fill(0);
  let count = 0;
  for (let i = 0; i < points.group.length; i++) {
    if (points.isPicked[i] === 0) continue;
    count += 1;
    counts[points.group[i]!]! += 1;
  }
  if (count === 0) return { count, group: undefined, ofGroup: 0 };
  const highlight = groups.findIndex(({ isHighlight }) => isHighlight);
  const group = (counts[highlight] ?? 0) > 0 ? highlight : counts.indexOf(Math.max(...counts));
  return { count, group, ofGroup: counts[group]! };
}
