import { formatClock } from '#core/format/format-clock.ts';
import { formatDate } from '#core/format/format-date.ts';
import { DAY, HOUR, MINUTE, type Micros, SECOND, type UnixMicros } from '#core/units.ts';
import type { Words } from '../ui/words/words.ts';
import type { TimeRange } from '../url-state.ts';

/** A length of time as the time field calls it: `50 min`, `1 h`, `2 days`. */
export function lengthText(length: Micros, { shell }: Pick<Words, 'shell'>): string {
  if (length % DAY === 0) return shell.days(String(length / DAY));
  if (length % HOUR === 0) return shell.hours(String(length / HOUR));
  if (length % MINUTE === 0) return shell.minutes(String(length / MINUTE));
  return shell.seconds(String(Math.round(length / SECOND)));
}

/** A range as the time field calls it. */
export function rangeText(range: TimeRange, words: Pick<Words, 'shell'>): string {
  return range.kind === 'last' ? words.shell.last(lengthText(range.length, words)) : spanText(range.from, range.to);
}

/** A stretch of time in words: `14:10–15:00`, with seconds where it is short and with dates where it is not of one day. */
export function spanText(from: UnixMicros, to: UnixMicros): string {
  const isOneDay = formatDate(from) === formatDate(to);
  const detail = to - from < 5 * MINUTE ? 'second' : 'minute';
  if (isOneDay) return `${formatClock(from, { detail })}–${formatClock(to, { detail })}`;
  return `${formatDate(from)} ${formatClock(from, { detail: 'minute' })} – ${formatDate(to)} ${formatClock(to, { detail: 'minute' })}`;
}
