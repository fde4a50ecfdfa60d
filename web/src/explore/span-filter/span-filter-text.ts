import { NARROW_SPACE } from '#core/format/narrow-space.ts';
import { typedDuration } from '#core/format/typed-duration.ts';
import { tagConditionsText } from '#core/jaeger/tag-conditions.ts';
import type { Micros } from '#core/units.ts';
import type { Words } from '../../ui/words/words.ts';
import type { SpanFilter } from './span-filter.ts';

/** The conditions of a filter, one after the other: `omikuji=凶`, `≥ 1.2 s`. None where it lets everything pass. */
export function spanFilterConditions({ tags, minDuration, maxDuration }: SpanFilter): readonly string[] {
  return [...tags.map((tag) => tagConditionsText([tag])), ...durations(minDuration, maxDuration)];
}

/** The same as one text; empty where everything passes. */
export function spanFilterText(filter: SpanFilter, { spanFilter }: Pick<Words, 'spanFilter'>): string {
  return spanFilterConditions(filter).join(spanFilter.joiner);
}

function durations(min: Micros | undefined, max: Micros | undefined): readonly string[] {
  if (min !== undefined && max !== undefined) return [`${shown(min)}–${shown(max)}`];
  if (min !== undefined) return [`≥ ${shown(min)}`];
  return max === undefined ? [] : [`≤ ${shown(max)}`];
}

/** To the last digit: a bound that is rounded would be another one. */
function shown(micros: Micros): string {
  return typedDuration(micros).replace(/[a-z]+$/, (unit) => `${NARROW_SPACE}${unit === 'us' ? 'µs' : unit}`);
}
