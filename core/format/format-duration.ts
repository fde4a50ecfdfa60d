import type { Micros } from '../units.ts';
import { type DurationUnit, durationUnitOf, MICROS_PER_UNIT } from './duration-unit.ts';
import { formatSignificant } from './format-significant.ts';
import { groupThousands } from './group-thousands.ts';
import { NARROW_SPACE } from './narrow-space.ts';

export interface DurationOptions {
  /** The estimate of a detailed view, beside its interval: four digits from one second on (`1.001 s`), else three. */
  readonly detailed?: boolean;
}

/**
 * A duration to be read: three significant digits in the unit that suits it (`61 µs`, `58.5 µs`, `4.13 ms`, `1.00 s`), from a minute
 * on `1 min 05 s`. Whole µs stay whole, below a nanosecond it is `0 µs`, and a minus is U+2212.
 */
export function formatDuration(micros: Micros, options: DurationOptions = {}): string {
  const unit = durationUnitOf(micros);
  if (unit === 'min') return formatMinutes(micros);
  const digits = durationDigits(micros, options);
  return `${formatInUnit(micros, unit, digits)}${NARROW_SPACE}${unit}`;
}

/** How many significant digits `formatDuration` takes. */
export function durationDigits(micros: Micros, { detailed = false }: DurationOptions): number {
  return detailed && Math.abs(micros) >= MICROS_PER_UNIT.s ? 4 : 3;
}

/** The number alone, in the given unit. A µs is mostly the finest that was measured, so there zeros after the point say nothing. */
export function formatInUnit(micros: Micros, unit: DurationUnit, digits: number): string {
  return formatSignificant(micros / MICROS_PER_UNIT[unit], { digits, maxDecimals: digits, keepZeros: unit !== 'µs' });
}

function formatMinutes(micros: Micros): string {
  const seconds = Math.round(Math.abs(micros) / MICROS_PER_UNIT.s);
  const minutes = groupThousands(String(Math.floor(seconds / 60)));
  const rest = String(seconds % 60).padStart(2, '0');
  return `${micros < 0 ? '\u2212' : ''}${minutes}${NARROW_SPACE}min\u00a0${rest}${NARROW_SPACE}s`;
}
