import { MAX_TAG_CONDITIONS, parseTagConditions, type TagCondition } from '#core/jaeger/tag-conditions.ts';
import { KujiError } from './errors.ts';

/**
 * The conditions that the parameter `tags` holds; none where it is absent.
 *
 * @throws KujiError `bad-request` that names the field, and says what is wrong and where
 */
export function conditionsOf(tags: string | undefined): readonly TagCondition[] {
  const parsed = parseTagConditions(tags ?? '');
  if (parsed.kind === 'conditions') return parsed.conditions;
  const message = `${WORDS[parsed.reason]}, at character ${parsed.at + 1}`;
  throw new KujiError('bad-request', 'What was given is not valid: tags.', { fields: [{ name: 'tags', message }] });
}

const WORDS = {
  'no-key': 'has a value without a key',
  'no-value': 'has a key without a value: write key=value, or key="" for the empty value',
  'open-quote': 'has a quote that does not end',
  'too-many': `has more conditions than ${MAX_TAG_CONDITIONS}`,
  'repeated-key': 'has a key with two values, which no span can have at once',
} as const;
