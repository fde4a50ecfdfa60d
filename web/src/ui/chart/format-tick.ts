import { durationUnitOf, MICROS_PER_UNIT } from '#core/format/duration-unit.ts';
import { formatSignificant } from '#core/format/format-significant.ts';
import { NARROW_SPACE } from '#core/format/narrow-space.ts';
import type { Micros } from '#core/units.ts';

/** A duration at a tick: round, so without the zeros that a measured one carries (`1 s`, `250 ms`); 0 has no unit. */
export function formatTick(micros: Micros): string {
  if (micros === 0) return '0';
  const unit = durationUnitOf(micros);
  const shown = unit === 'min' ? 's' : unit;
  return `${formatSignificant(micros / MICROS_PER_UNIT[shown], { digits: 3, maxDecimals: 3, keepZeros: false })}${NARROW_SPACE}${shown}`;
}
