import { regularizedBeta } from './regularized-beta.ts';

/**
 * P(T > t) of Student's t with `df` > 0 degrees of freedom, which may be fractional. The tail is right in its leading digits:
 * ½ I_x(df/2, ½) with x = df/(df + t²) (Abramowitz and Stegun 1964, 26.7.1).
 */
export function studentTSf(t: number, df: number): number {
  const square = t * t;
  const tail = regularizedBeta(df / (df + square), df / 2, 0.5, square / (df + square)) / 2;
  return t >= 0 ? tail : 1 - tail;
}
