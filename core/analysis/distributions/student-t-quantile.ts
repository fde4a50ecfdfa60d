import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';
import { studentTSf } from './student-t-sf.ts';

const MOST_STEPS = 200;
const PRECISION = 1e-15;

/**
 * The t with P(T ≤ t) = p for Student's t with `df` > 0 degrees of freedom, which may be fractional. Newton's method from the normal
 * quantile, kept within a bracket. −∞ for 0, ∞ for 1.
 */
export function studentTQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  const tail = Math.min(p, 1 - p);
  const upper = upperQuantile(tail, df);
  return p < 0.5 ? -upper : upper;
}

/** t > 0 with P(T > t) = `tail`, below ½. The tail is convex there, so Newton approaches from the left. */
function upperQuantile(tail: number, df: number): number {
  const logScale = logGamma((df + 1) / 2) - logGamma(df / 2) - Math.log(df * Math.PI) / 2;
  const density = (t: number) => Math.exp(logScale - ((df + 1) / 2) * Math.log1p((t * t) / df));
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let t = -normalQuantile(tail);
  for (let step = 0; step < MOST_STEPS; step++) {
    const excess = studentTSf(t, df) - tail;
    if (excess === 0) return t;
    if (excess > 0) low = t;
    else high = t;
    const newton = t + excess / density(t);
    const next = newton > low && newton < high ? newton : high === Number.POSITIVE_INFINITY ? 2 * t : (low + high) / 2;
    if (Math.abs(next - t) <= PRECISION * t) return next;
    t = next;
  }
  return t;
}
