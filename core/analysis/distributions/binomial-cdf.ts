import { regularizedBeta } from './regularized-beta.ts';

/** P(B ≤ k) for B ~ Bin(n, p): I of 1 − p at (n − k, k + 1) (Abramowitz and Stegun 1964, 26.5.24). */
export function binomialCdf(k: number, n: number, p: number): number {
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  if (whole >= n) return 1;
  return regularizedBeta(1 - p, n - whole, whole + 1, p);
}
