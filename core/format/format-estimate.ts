import type { Estimate } from '../analysis/estimate.ts';
import { durationUnitOf } from './duration-unit.ts';
import { estimateDigits } from './estimate-digits.ts';
import { formatDuration, formatInUnit } from './format-duration.ts';
import { NARROW_SPACE } from './narrow-space.ts';

/** The estimate that stands beside `formatInterval`: a duration, `1.0028 s` where its interval is `[1.0027, 1.0029]`. */
export function formatEstimate(estimate: Estimate): string {
  const unit = durationUnitOf(estimate.value);
  if (unit === 'min') return formatDuration(estimate.value);
  return `${formatInUnit(estimate.value, unit, estimateDigits(estimate))}${NARROW_SPACE}${unit}`;
}
