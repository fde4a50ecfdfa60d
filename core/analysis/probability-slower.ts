import { TAIL } from './confidence.ts';
import { studentTQuantile } from './distributions/student-t-quantile.ts';
import type { Estimate, Interval } from './estimate.ts';
import { placementVariance } from './placement-variance.ts';
import { placementsAmong } from './placements.ts';

/**
 * How often a trace of a is slower than one of b: P(A > B) + ½ P(A = B), with a 95 % interval that is at each end the wider of two:
 * 1. on the logit scale (Perme and Manevski 2019), with the variance of DeLong, DeLong and Clarke-Pearson (1988) and the degrees of
 *    freedom of Brunner and Munzel (2000); left out below two values a side and where the variance is 0;
 * 2. [θ r, 1 − (1 − θ) r] with r = (α/2)^(1/min(m, n)), a floor for samples that are separated or nearly so.
 * `undefined` when a side is empty. O(m + n).
 * @param a ascending
 * @param b ascending
 */
export function probabilitySlower(a: Float64Array, b: Float64Array): Estimate | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  if (a.length < 2 || b.length < 2) {
    const value = placementsAmong(a, b, 0).reduce((sum, placement) => sum + placement, 0) / (a.length * b.length);
    return { value, ...separationInterval(value, a.length, b.length) };
  }
  const { share: value, variance, degreesOfFreedom } = placementVariance(a, b, 0);
  const separation = separationInterval(value, a.length, b.length);
  if (variance === 0) return { value, ...separation };
  const logit = logitInterval(value, Math.sqrt(variance) * studentTQuantile(1 - TAIL, degreesOfFreedom));
  return { value, low: Math.min(separation.low, logit.low), high: Math.max(separation.high, logit.high) };
}

type ClosedInterval = { readonly [end in keyof Interval]-?: number };

function separationInterval(share: number, m: number, n: number): ClosedInterval {
  const ratio = TAIL ** (1 / Math.min(m, n));
  return { low: share * ratio, high: 1 - (1 - share) * ratio };
}

function logitInterval(share: number, halfWidth: number): ClosedInterval {
  const centre = Math.log(share / (1 - share));
  const reach = halfWidth / (share * (1 - share));
  return { low: logistic(centre - reach), high: logistic(centre + reach) };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
