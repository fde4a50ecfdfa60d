import { studentTSf } from './distributions/student-t-sf.ts';
import { midRanks } from './mid-ranks.ts';

export interface Spearman {
  /** −1…1. */
  readonly rho: number;
  /** Two-sided; `undefined` for two values, which always agree. */
  readonly p: number | undefined;
}

const ALL_AGREE = 1e-12;

/**
 * Spearman's rank correlation: Pearson's of the mid-ranks, with p from t = ρ √((n − 2)/(1 − ρ²)) on n − 2 degrees of freedom, as R's
 * `cor.test(method = "spearman", exact = FALSE)`. `undefined` for fewer than two values, or where one side is constant.
 * O(n log n).
 *
 * @param x, y parallel
 */
export function spearman(x: Float64Array, y: Float64Array): Spearman | undefined {
  const n = x.length;
  if (n < 2) return undefined;
  const rho = correlation(midRanks(x).ranks, midRanks(y).ranks);
  if (rho === undefined) return undefined;
  if (n === 2) return { rho, p: undefined };
  if (1 - Math.abs(rho) < ALL_AGREE) return { rho, p: 0 };
  const t = Math.abs(rho) * Math.sqrt((n - 2) / (1 - rho * rho));
  return { rho, p: Math.min(1, 2 * studentTSf(t, n - 2)) };
}

/** Pearson's correlation of ranks, whose mean is known; `undefined` where one side does not vary. */
function correlation(a: Float64Array, b: Float64Array): number | undefined {
  const mean = (a.length + 1) / 2;
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let at = 0; at < a.length; at++) {
    const dA = a[at]! - mean;
    const dB = b[at]! - mean;
    product += dA * dB;
    squaresA += dA * dA;
    squaresB += dB * dB;
  }
  return squaresA === 0 || squaresB === 0 ? undefined : product / Math.sqrt(squaresA * squaresB);
}
