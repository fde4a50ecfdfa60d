import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { groupToText } from '#core/analysis/group.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';

export interface DrawnLabels {
  /** Parallel to `answer.groups`. */
  readonly names: readonly string[];
  readonly others: (values: number) => string;
}

/** The `id` of *Other*; no group is written so. */
export const OTHER_ID = '(other)';

/** What is drawn in one style under one name: a group, or *Other*. */
export interface DrawnGroup {
  readonly id: string;
  readonly label: string;
  readonly style: GroupStyle;
  /** Indices into `answer.groups`, at least one. */
  readonly members: readonly number[];
}

/**
 * The groups of an answer as charts show them, in its order: those with traces in the chart. Values beyond those that can be told
 * apart are one, *Other*, after the values; a single one of them keeps its name.
 *
 * @param styles parallel to `answer.groups`
 * @param mostValues so many have a place of their own, those with the most traces; without it, as many as have a style of their own
 */
export function drawnGroups(
  answer: Pick<ExploreAnswer, 'groups'>,
  styles: readonly GroupStyle[],
  labels: DrawnLabels,
  mostValues?: number,
): readonly DrawnGroup[] {
  const shown = [...answer.groups.keys()].filter((i) => {
    const { isIncluded, latencies } = answer.groups[i]!;
    return isIncluded && latencies.length > 0;
  });
  const isValue = (i: number): boolean => answer.groups[i]!.group.kind === 'value';
  const values = shown.filter(isValue);
  const others =
    mostValues === undefined
      ? values.filter((i) => styles[i]!.role === 'other')
      : values.toSorted((a, b) => answer.groups[b]!.n - answer.groups[a]!.n || a - b).slice(mostValues);
  const single = (i: number): DrawnGroup => ({
    id: groupToText(answer.groups[i]!.group),
    label: labels.names[i]!,
    style: styles[i]!,
    members: [i],
  });
  if (others.length < 2) return shown.map(single);
  const alone = shown.filter((i) => !others.includes(i));
  const other: DrawnGroup = {
    id: OTHER_ID,
    label: labels.others(others.length),
    style: styles[others[0]!]!,
    members: others,
  };
  return [...alone.filter(isValue).map(single), other, ...alone.filter((i) => !isValue(i)).map(single)];
}
