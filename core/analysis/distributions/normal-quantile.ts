import { normalSf } from './normal-sf.ts';

const REFINEMENTS = 4;
const LOG_SQRT_TWO_PI = 0.9189385332046727;

/**
 * Φ⁻¹(p), to about 1e-14: the approximation of Abramowitz and Stegun (1964), 26.2.23, off by less than 4.5e-4, refined by Newton's
 * method on the logarithm of the tail. −∞ for 0, ∞ for 1.
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let x = t - above / below;
  for (let i = 0; i < REFINEMENTS; i++) {
    const survival = normalSf(x);
    const hazardInverse = survival * Math.exp((x * x) / 2 + LOG_SQRT_TWO_PI);
    x += hazardInverse * Math.log(survival / tail);
  }
  return p < 0.5 ? -x : x;
}
