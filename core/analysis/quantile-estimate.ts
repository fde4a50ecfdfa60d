import type { Estimate } from './estimate.ts';
import { quantile } from './quantile.ts';
import { quantileInterval } from './quantile-interval.ts';

/**
 * The p-quantile of at least one value, with its 95 % interval.
 * @param sorted ascending
 * @param p 0…1
 * @throws RangeError when there is no value.
 */
export function quantileEstimate(sorted: Float64Array, p: number): Estimate {
  const value = quantile(sorted, p);
  if (value === undefined) throw new RangeError('no value has no quantile');
  const { low, high } = quantileInterval(sorted, p);
  return { value, low, high };
}
