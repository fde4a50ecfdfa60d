import type { Estimate } from './estimate.ts';
import { quantile } from './quantile.ts';
import { quantileInterval } from './quantile-interval.ts';

/**
 * The p-quantile of at least one value, with its 95 % interval. The interval holds its estimate: the p99 of one or two values lies
 * between them, and the interval of order statistics would begin at the larger.
 * @param sorted ascending
 * @param p 0…1
 * @throws RangeError when there is no value.
 */
export function quantileEstimate(sorted: Float64Array, p: number): Estimate {
  const value = quantile(sorted, p);
  if (value === undefined) throw new RangeError('no value has no quantile');
  const { low, high } = quantileInterval(sorted, p);
  return {
    value,
    low: low === undefined ? undefined : Math.min(low, value),
    high: high === undefined ? undefined : Math.max(high, value),
  };
}
