import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

/**
 * Iₓ(a, b), the regularised incomplete beta function, for a, b > 0 and 0 ≤ x ≤ 1. Small values are right in their leading digits.
 * Continued fraction of Abramowitz and Stegun (1964), 26.5.8, on the side where it converges fast.
 * @param complement 1 − x, to be given where it is known better than by subtraction.
 */
export function regularizedBeta(x: number, a: number, b: number, complement: number = 1 - x): number {
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  const logScale = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(complement);
  return x < (a + 1) / (a + b + 2)
    ? Math.exp(logScale) / (a * betaFraction(x, a, b))
    : 1 - Math.exp(logScale) / (b * betaFraction(complement, b, a));
}

function betaFraction(x: number, a: number, b: number): number {
  return continuedFraction(1, (i) => {
    const half = Math.floor(i / 2);
    const numerator =
      i % 2 === 0
        ? (half * (b - half) * x) / ((a + i - 1) * (a + i))
        : (-(a + half) * (a + b + half) * x) / ((a + i - 1) * (a + i));
    return { numerator, denominator: 1 };
  });
}
