import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { groupName } from '../../ui/group-name.ts';
import type { Words } from '../../ui/words/words.ts';

/**
 * What the numbers of the table are, and which rest is meant: with slow traces in it, every other value would come out faster.
 * `name` stands for the highlighted value.
 */
export function captionText(
  { groups, split, highlight }: Pick<ExploreAnswer, 'groups' | 'split' | 'highlight'>,
  words: Pick<Words, 'values'>,
  name: string = highlight === undefined ? '' : groupName(highlight, words),
): string {
  if (split !== undefined || groups.every(({ verdict }) => verdict === undefined)) return words.values.captionNothing;
  return highlight === undefined ? words.values.caption : words.values.captionWithout(name);
}
