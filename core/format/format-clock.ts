import type { UnixMicros } from '../units.ts';
import { calendarTime } from './calendar-time.ts';

export interface ClockOptions {
  /** IANA name such as `Asia/Tokyo`; `undefined` is the viewer's own. */
  readonly zone?: string | undefined;
  /** `14:59` in prose, `14:59:54` or `14:59:54.492` in lists. Default: `second`. */
  readonly detail?: 'minute' | 'second' | 'millis';
}

/**
 * The time of day on a 24-hour clock. It shows what the clock has reached: 14:59:59.9996 is 14:59.
 * @throws RangeError for an unknown zone.
 */
export function formatClock(instant: UnixMicros, { zone, detail = 'second' }: ClockOptions = {}): string {
  const { hour, minute, second, millis } = calendarTime(instant, zone);
  switch (detail) {
    case 'minute':
      return `${hour}:${minute}`;
    case 'second':
      return `${hour}:${minute}:${second}`;
    case 'millis':
      return `${hour}:${minute}:${second}.${millis}`;
  }
}
