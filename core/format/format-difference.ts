import type { Micros } from '../units.ts';
import { type DurationOptions, formatDuration } from './format-duration.ts';

/** A difference of durations: as `formatDuration`, but with its sign always (`+1.001 s`, `−2 µs`); only `0 µs` has none. */
export function formatDifference(micros: Micros, options: DurationOptions = {}): string {
  const text = formatDuration(micros, options);
  const isZero = text === formatDuration(0);
  return micros > 0 && !isZero ? `+${text}` : text;
}
