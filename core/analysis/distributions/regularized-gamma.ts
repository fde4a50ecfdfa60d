import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

const PRECISION = 1e-17;

/**
 * Q(a, x) = Γ(a, x)/Γ(a), the upper regularised incomplete gamma function, for a > 0 and x ≥ 0. Small values are right in their
 * leading digits. Series below the bulk, continued fraction above it (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31).
 */
export function upperRegularizedGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale / upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let i = 1; term > sum * PRECISION; i++) {
    term *= x / (a + i);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  return continuedFraction(x + 1 - a, (i) => ({ numerator: -i * (i - a), denominator: x + 2 * i + 1 - a }));
}
