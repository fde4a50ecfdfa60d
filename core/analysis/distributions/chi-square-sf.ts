import { upperRegularizedGamma } from './regularized-gamma.ts';

/** P(X > x) of the χ² distribution with `df` degrees of freedom: Q(df/2, x/2). The tail is right in its leading digits. */
export function chiSquareSf(x: number, df: number): number {
  return upperRegularizedGamma(df / 2, x / 2);
}
