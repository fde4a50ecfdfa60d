import { normalSf } from './normal-sf.ts';

/** Φ(x) = P(X ≤ x) of the standard normal distribution, with its lower tail right in its leading digits. */
export function normalCdf(x: number): number {
  return normalSf(-x);
}
