import type { Estimate } from '../analysis/estimate.ts';
import { durationUnitOf } from './duration-unit.ts';
import { durationDigits, formatInUnit } from './format-duration.ts';

const MOST_DIGITS = 5;

/**
 * How many significant digits an estimate of a duration and its interval are written with: those of a detailed duration, and up to
 * five where it takes more for the ends to differ. Both are rounded alike, so that the estimate stays between the ends.
 */
export function estimateDigits({ value, low, high }: Estimate): number {
  const ownUnit = durationUnitOf(value);
  const unit = ownUnit === 'min' ? 's' : ownUnit;
  let digits = durationDigits(value, { detailed: true });
  if (low === undefined || high === undefined || low === high) return digits;
  while (digits < MOST_DIGITS && formatInUnit(low, unit, digits) === formatInUnit(high, unit, digits)) digits += 1;
  return digits;
}
