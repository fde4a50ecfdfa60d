import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { keyName } from '../../ui/key-name.ts';
import type { Words } from '../../ui/words/words.ts';

/** What the rows of the table are; `undefined` where there is nothing to group by. */
export function headingText(
  { key, split, groups }: Pick<ExploreAnswer, 'key' | 'split' | 'groups'>,
  words: Pick<Words, 'values'>,
): string | undefined {
  if (groups.length === 0) return undefined;
  if (split !== undefined) return words.values.headingSides;
  return key === undefined ? undefined : words.values.heading(keyName(key, words));
}
