import { DAY, type UnixMicros } from '../units.ts';

const YEAR = 365 * DAY;

/**
 * Whether an instant was taken from a clock that had been set. Zipkin sends 0 where it has no time, and devices without
 * a battery count from 1970: both must not set the scale of a trace.
 */
export function hasStartTime(instant: UnixMicros): boolean {
  return instant >= YEAR;
}
