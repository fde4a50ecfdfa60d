import { callsOf, type GroupKey, isFixedDerivedKey } from '#core/analysis/group-key.ts';
import { shownText } from '#core/format/shown-text.ts';
import { EVENT_NAME_KEY } from '#core/spans/span-table.ts';
import type { Words } from './words/words.ts';

/** A key as it is called on screen; an event's own text has no key on the wire, and what a trace is by itself none at all. */
export function keyName({ scope, key }: GroupKey, { values }: Pick<Words, 'values'>): string {
  if (scope === 'event' && key === EVENT_NAME_KEY) return values.eventName;
  if (scope !== 'trace') return shownText(key);
  if (isFixedDerivedKey(key)) return values.derivedKeys[key];
  const call = callsOf(key);
  return call === undefined ? shownText(key) : values.derivedCall(call);
}
