import type { Comparison } from './comparison.ts';
import { hodgesLehmann } from './hodges-lehmann.ts';
import { mannWhitney } from './mann-whitney.ts';
import { probabilitySlower } from './probability-slower.ts';
import { quantile } from './quantile.ts';
import { verdictOf } from './verdict.ts';

/**
 * By how much group a is slower than group b, and how sure that is: shift (µs), P(slower), Mann and Whitney's p and the verdict. One
 * comparison alone needs no adjustment, so `pAdjusted` is p; of several, `adjustComparisons` makes a family. O(m + n) a step, without
 * the matrix of differences.
 * @param a latencies, µs, ascending
 * @param b latencies, µs, ascending
 * @throws RangeError when a side is empty or holds a number that is not finite: there is nothing to compare then.
 */
export function compareGroups(a: Float64Array, b: Float64Array): Comparison {
  assertFinite(a);
  assertFinite(b);
  const shift = hodgesLehmann(a, b);
  const slower = probabilitySlower(a, b);
  const test = mannWhitney(a, b);
  const medianA = quantile(a, 0.5);
  const medianB = quantile(b, 0.5);
  if (
    shift.estimate === undefined ||
    slower === undefined ||
    test === undefined ||
    medianA === undefined ||
    medianB === undefined
  ) {
    throw new RangeError('an empty group cannot be compared');
  }
  const evidence = {
    nA: a.length,
    nB: b.length,
    shift: { value: shift.estimate, low: shift.low, high: shift.high },
    probabilitySlower: slower,
    pAdjusted: test.p,
  };
  return { ...evidence, medianA, medianB, p: test.p, verdict: verdictOf(evidence) };
}

/** Ascending: whatever is not finite stands at an end. */
function assertFinite(sorted: Float64Array): void {
  if (sorted.length > 0 && !(Number.isFinite(sorted[0]) && Number.isFinite(sorted.at(-1)))) {
    throw new RangeError('latencies must be finite');
  }
}
