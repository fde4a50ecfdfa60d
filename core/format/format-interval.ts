import type { Estimate } from '../analysis/estimate.ts';
import { durationUnitOf } from './duration-unit.ts';
import { estimateDigits } from './estimate-digits.ts';
import { formatInUnit } from './format-duration.ts';
import { NARROW_SPACE } from './narrow-space.ts';

/**
 * The interval of a duration or of a difference of durations, in the unit of its estimate, which stands beside it and names the
 * unit: `[1.001, 1.002]`, `[107, 7 310]`. It has the digits of its estimate (estimate-digits.ts), so that no estimate is seen outside of its
 * interval. An open end is `[219, ∞)` or `(−∞, 5]`; with both open there is nothing to write: `''`.
 *
 * An estimate of minutes has no single unit: there the ends are in seconds and say so, `[63.0, 71.5] s`.
 */
export function formatInterval(estimate: Estimate): string {
  const { value, low, high } = estimate;
  const ownUnit = durationUnitOf(value);
  const unit = ownUnit === 'min' ? 's' : ownUnit;
  const suffix = ownUnit === 'min' ? `${NARROW_SPACE}s` : '';
  const digits = estimateDigits(estimate);
  const write = (end: number): string => formatInUnit(end, unit, digits);
  if (low === undefined) return high === undefined ? '' : `(\u2212∞, ${write(high)}]${suffix}`;
  if (high === undefined) return `[${write(low)}, ∞)${suffix}`;
  return `[${write(low)}, ${write(high)}]${suffix}`;
}
