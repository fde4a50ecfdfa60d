import type { Estimate } from '../analysis/estimate.ts';
import { durationUnitOf } from './duration-unit.ts';
import { durationDigits, formatInUnit } from './format-duration.ts';
import { NARROW_SPACE } from './narrow-space.ts';

const FEWEST_DIGITS = 3;
const MOST_DIGITS = 5;

/**
 * The interval of a duration or of a difference of durations, in the unit of its estimate, which stands beside it and names the
 * unit: `[1.001, 1.002]`, `[107, 7 310]`. It takes as many digits, three to five, as it needs for its ends to differ. An open end is
 * `[219, ∞)` or `(−∞, 5]`, with the digits of a detailed estimate; with both open there is nothing to write: `''`.
 *
 * An estimate of minutes has no single unit: there the ends are in seconds and say so, `[63.0, 71.5] s`.
 */
export function formatInterval({ value, low, high }: Estimate): string {
  const ownUnit = durationUnitOf(value);
  const unit = ownUnit === 'min' ? 's' : ownUnit;
  const suffix = ownUnit === 'min' ? `${NARROW_SPACE}s` : '';
  const estimateDigits = durationDigits(value, { detailed: true });
  if (low === undefined)
    return high === undefined ? '' : `(\u2212∞, ${formatInUnit(high, unit, estimateDigits)}]${suffix}`;
  if (high === undefined) return `[${formatInUnit(low, unit, estimateDigits)}, ∞)${suffix}`;
  const write = (digits: number) => [formatInUnit(low, unit, digits), formatInUnit(high, unit, digits)] as const;
  let digits = low === high ? estimateDigits : FEWEST_DIGITS;
  while (low !== high && digits < MOST_DIGITS && write(digits)[0] === write(digits)[1]) digits += 1;
  return `[${write(digits).join(', ')}]${suffix}`;
}
