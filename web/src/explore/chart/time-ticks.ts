import { CLOCK_STEPS } from '#core/analysis/time-parts.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatDate } from '#core/format/format-date.ts';
import { DAY, MINUTE, type Micros, type UnixMicros, unixMicros } from '#core/units.ts';

export interface TimeTick {
  readonly at: UnixMicros;
  readonly text: string;
}

/**
 * Round instants of the wall clock within a range, at most `most` of them.
 * @param offset of the wall clock from UTC; ticks of hours and days are round there.
 * @param zone IANA name for the labels; `undefined` is the viewer's own.
 */
export function timeTicks(
  range: { readonly from: UnixMicros; readonly to: UnixMicros },
  most: number,
  offset: Micros,
  zone?: string,
): readonly TimeTick[] {
  const length = range.to - range.from;
  const step = CLOCK_STEPS.find((candidate) => length / candidate <= most) ?? Math.ceil(length / most / DAY) * DAY;
  const ticks: TimeTick[] = [];
  for (let wall = Math.ceil((range.from + offset) / step) * step; wall - offset <= range.to; wall += step) {
    const at = unixMicros(wall - offset);
    ticks.push({ at, text: labelOf(at, step, wall % DAY === 0, length, zone) });
  }
  return ticks;
}

function labelOf(at: UnixMicros, step: Micros, isMidnight: boolean, length: Micros, zone: string | undefined): string {
  if (step >= DAY || (isMidnight && length > DAY / 2)) return formatDate(at, { zone }).slice('2026-'.length);
  return formatClock(at, { zone, detail: step < MINUTE ? 'second' : 'minute' });
}
