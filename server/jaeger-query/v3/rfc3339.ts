import type { UnixMicros } from '#core/units.ts';

const MICROS_PER_MILLI = 1000;

/** An instant as RFC 3339 in UTC, to the microsecond: `2026-11-23T09:00:00.000001Z`. Fractions of one are cut off. */
export function rfc3339(instant: UnixMicros): string {
  // Dates hold milliseconds; the microseconds are put in as digits, so that nothing is rounded twice.
  const micros = Math.floor(instant);
  const millis = Math.floor(micros / MICROS_PER_MILLI);
  const rest = micros - millis * MICROS_PER_MILLI;
  return new Date(millis).toISOString().replace('Z', `${String(rest).padStart(3, '0')}Z`);
}
