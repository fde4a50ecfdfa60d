import type { Estimate, Interval } from './estimate.ts';

/** What may be said of a group against the rest. */
export type Verdict =
  | 'too-few'
  | 'clearly-slower'
  | 'clearly-faster'
  | 'possibly-slower'
  | 'possibly-faster'
  | 'no-difference';

/** Below this on either side nothing is said: the median has no 95 % interval yet. */
export const FEWEST_TRACES = 6;
const LEVEL = 0.05;

/** What the verdict is read from; a `Comparison` has it all. */
export interface Evidence {
  readonly nA: number;
  readonly nB: number;
  readonly shift: Estimate;
  readonly probabilitySlower: Estimate;
  readonly pAdjusted: number;
}

/**
 * Three witnesses: the interval of the shift excludes 0, that of P(slower) excludes ½, the adjusted p is below 0.05. All three:
 * *clearly*; one or two: *possibly*; none: no difference found. An interval that touches its value does not exclude it, nor does an
 * open end. How sure, not how much: a clear difference may be tiny.
 */
export function verdictOf({ nA, nB, shift, probabilitySlower, pAdjusted }: Evidence): Verdict {
  if (nA < FEWEST_TRACES || nB < FEWEST_TRACES) return 'too-few';
  const witnesses = [excludes(shift, 0), excludes(probabilitySlower, 0.5), pAdjusted < LEVEL].filter(Boolean).length;
  if (witnesses === 0) return 'no-difference';
  // The three cannot disagree on the direction: a k-th difference above 0, k ≤ mn/2, puts P(slower) above ½, and p is 1 at ½.
  const isSlower = probabilitySlower.value > 0.5;
  if (witnesses === 3) return isSlower ? 'clearly-slower' : 'clearly-faster';
  return isSlower ? 'possibly-slower' : 'possibly-faster';
}

function excludes({ low, high }: Interval, value: number): boolean {
  return (low !== undefined && low > value) || (high !== undefined && high < value);
}
