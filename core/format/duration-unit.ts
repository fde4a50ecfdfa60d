import type { Micros } from '../units.ts';

/** The units a duration is written in. From a minute on it is written in two of them (`1 min 05 s`). */
export type DurationUnit = 'µs' | 'ms' | 's' | 'min';

/** One of each unit, in µs. */
export const MICROS_PER_UNIT: { readonly [unit in DurationUnit]: Micros } = {
  µs: 1,
  ms: 1_000,
  s: 1_000_000,
  min: 60_000_000,
};

/**
 * The unit in which a duration reads best: the largest it fills to 0.9995, because from there on three digits round up to 1.00 of
 * it. Minutes begin at 59.95 s, where three digits would read 60.0.
 */
export function durationUnitOf(micros: Micros): DurationUnit {
  const size = Math.abs(micros);
  if (size >= 59.95 * MICROS_PER_UNIT.s) return 'min';
  if (size >= 0.9995 * MICROS_PER_UNIT.s) return 's';
  if (size >= 0.9995 * MICROS_PER_UNIT.ms) return 'ms';
  return 'µs';
}
