import { upperRegularizedGamma } from './regularized-gamma.ts';

/** P(X > x) of the standard normal distribution, with its tail right in its leading digits down to 1e-300: ½ Q(½, x²/2). */
export function normalSf(x: number): number {
  const tail = upperRegularizedGamma(0.5, (x * x) / 2) / 2;
  return x >= 0 ? tail : 1 - tail;
}
