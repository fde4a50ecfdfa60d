import { placementsAmong, placementsOver } from './placements.ts';

export interface PlacementVariance {
  /** The share of pairs with aᵢ − bⱼ above the shift, ties by half. */
  readonly share: number;
  /** Variance of the share; 0 when all placements are equal. */
  readonly variance: number;
  /** Satterthwaite's degrees of freedom; not a number when the variance is 0. */
  readonly degreesOfFreedom: number;
}

/**
 * The share of pairs in which a exceeds b by more than `shift`, with a variance that does not suppose equal shapes (Fligner and
 * Policello 1981; DeLong, DeLong and Clarke-Pearson 1988) and its degrees of freedom (Brunner and Munzel 2000). O(m + n).
 * @param a ascending, at least two values
 * @param b ascending, at least two values
 */
export function placementVariance(a: Float64Array, b: Float64Array, shift: number): PlacementVariance {
  const m = a.length;
  const n = b.length;
  const amongB = momentsOf(placementsAmong(a, b, shift));
  const overB = momentsOf(placementsOver(a, b, shift));
  const fromA = amongB.variance / (n * n) / m;
  const fromB = overB.variance / (m * m) / n;
  const variance = fromA + fromB;
  return {
    share: amongB.mean / n,
    variance,
    degreesOfFreedom: (variance * variance) / ((fromA * fromA) / (m - 1) + (fromB * fromB) / (n - 1)),
  };
}

/** Mean, and variance with divisor n − 1. Sums of halves are exact, so equal values have a variance of exactly 0. */
function momentsOf(values: Float64Array): { readonly mean: number; readonly variance: number } {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) * (values[i]! - mean);
  return { mean, variance: squares / (values.length - 1) };
}
