import type { Group } from '#core/analysis/group.ts';
import { shownText } from '#core/format/shown-text.ts';
import type { Words } from './words/words.ts';

/** A group as it is called on screen: its value, or a word where it has none or several. */
export function groupName(group: Group, words: Pick<Words, 'values'>): string {
  switch (group.kind) {
    case 'value':
      return group.value === '' ? words.values.emptyValue : shownText(group.value);
    case 'none':
      return words.values.none;
    case 'several':
      return words.values.several;
    case 'side':
      return words.values.sides[group.side];
  }
}
