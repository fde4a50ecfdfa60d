import type { UnixMicros } from '../units.ts';
import { calendarTime } from './calendar-time.ts';

export interface DateOptions {
  /** IANA name such as `Asia/Tokyo`; `undefined` is the viewer's own. */
  readonly zone?: string | undefined;
}

/**
 * The day as ISO 8601 writes it, `2026-11-23`, in a time zone.
 * @throws RangeError for an unknown zone.
 */
export function formatDate(instant: UnixMicros, { zone }: DateOptions = {}): string {
  const { year, month, day } = calendarTime(instant, zone);
  return `${year}-${month}-${day}`;
}
