import { type AnnotationKey, EVENT_NAME_KEY } from '#core/spans/span-table.ts';
import type { Words } from './words/words.ts';

/** A key as it is called on screen; an event's own text has no key on the wire. */
export function keyName({ scope, key }: AnnotationKey, words: Pick<Words, 'values'>): string {
  return scope === 'event' && key === EVENT_NAME_KEY ? words.values.eventName : key;
}
