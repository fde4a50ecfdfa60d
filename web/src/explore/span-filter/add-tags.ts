import { MAX_TAGS_LENGTH } from '#core/api.ts';
import { formatCount } from '#core/format/format-count.ts';
import {
  MAX_TAG_CONDITIONS,
  type ParsedTagConditions,
  parseTagConditions,
  type TagCondition,
  tagConditionsText,
} from '#core/jaeger/tag-conditions.ts';
import type { Words } from '../../ui/words/words.ts';

type Reason = Extract<ParsedTagConditions, { kind: 'error' }>['reason'];

export type AddedTags =
  | { readonly kind: 'tags'; readonly tags: readonly TagCondition[] }
  | {
      readonly kind: 'error';
      /** Where in the typed text, in UTF-16 code units. */
      readonly at: number;
      readonly message: string;
    };

/** The tags that there are and those that were typed, or what is wrong with what was typed. */
export function addTags(
  tags: readonly TagCondition[],
  typed: string,
  { spanFilter }: Pick<Words, 'spanFilter'>,
): AddedTags {
  const before = tags.length === 0 ? '' : `${tagConditionsText(tags)} `;
  const text = before + typed;
  if (text.length > MAX_TAGS_LENGTH) {
    return { kind: 'error', at: 0, message: spanFilter.tooLong(formatCount(MAX_TAGS_LENGTH)) };
  }
  const parsed = parseTagConditions(text);
  if (parsed.kind === 'conditions') return { kind: 'tags', tags: parsed.conditions };
  const at = Math.max(0, parsed.at - before.length);
  const near = /^\S*/.exec(typed.slice(at))?.[0] ?? '';
  return { kind: 'error', at, message: messageOf(parsed.reason, near, spanFilter) };
}

function messageOf(reason: Reason, near: string, words: Words['spanFilter']): string {
  switch (reason) {
    case 'no-key':
      return words.noKey(near);
    case 'no-value':
      return words.noValue(near.replace(/=$/, ''));
    case 'open-quote':
      return words.openQuote(near);
    case 'repeated-key':
      return words.repeatedKey(near);
    case 'too-many':
      return words.tooMany(formatCount(MAX_TAG_CONDITIONS));
  }
}
