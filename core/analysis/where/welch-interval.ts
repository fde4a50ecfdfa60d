import { TAIL } from '../confidence.ts';
import { studentTQuantile } from '../distributions/student-t-quantile.ts';
import type { Estimate } from '../estimate.ts';

/** A sample as far as its mean and variance go. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Σ(x − mean)². */
  readonly squares: number;
}

/**
 * The difference of two means, a − b, with Welch's interval (1947): degrees of freedom by Welch and Satterthwaite. Open with fewer than
 * two values on a side; without width where no value differs from its mean.
 */
export function welchDifference(a: Moments, b: Moments): Estimate {
  const value = a.mean - b.mean;
  if (a.n < 2 || b.n < 2) return { value, low: undefined, high: undefined };
  const varianceA = a.squares / (a.n - 1) / a.n;
  const varianceB = b.squares / (b.n - 1) / b.n;
  const variance = varianceA + varianceB;
  if (variance === 0) return { value, low: value, high: value };
  const df = variance ** 2 / (varianceA ** 2 / (a.n - 1) + varianceB ** 2 / (b.n - 1));
  const reach = studentTQuantile(1 - TAIL, df) * Math.sqrt(variance);
  return { value, low: value - reach, high: value + reach };
}
