import type { Estimate } from '../analysis/estimate.ts';
import { formatDuration } from './format-duration.ts';
import { formatEstimate } from './format-estimate.ts';

/** As `formatEstimate`, for a difference: with its sign always (`+1.001 s`, `−2 µs`); only `0 µs` has none. */
export function formatEstimatedDifference(estimate: Estimate): string {
  const text = formatEstimate(estimate);
  return estimate.value > 0 && text !== formatDuration(0) ? `+${text}` : text;
}
