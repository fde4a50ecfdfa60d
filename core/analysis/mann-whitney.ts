import { NORMAL_FROM } from './classical-rank.ts';
import { normalSf } from './distributions/normal-sf.ts';
import { wilcoxonCdf } from './distributions/wilcoxon-cdf.ts';
import { placementsAmong } from './placements.ts';

export interface MannWhitney {
  /** Pairs with a > b, ties by half: R's `W`. */
  readonly u: number;
  /** Two-sided. */
  readonly p: number;
  readonly method: 'exact' | 'normal';
}

/**
 * Mann and Whitney's test (1947) whether one of two samples tends to be larger, as R's `wilcox.test`: exact without ties and below
 * 50 a side, else by the normal approximation with corrections for ties and continuity. All values equal: p = 1. `undefined` when a
 * side is empty. O(m + n).
 * @param a ascending
 * @param b ascending
 */
export function mannWhitney(a: Float64Array, b: Float64Array): MannWhitney | undefined {
  const m = a.length;
  const n = b.length;
  if (m === 0 || n === 0) return undefined;
  let u = 0;
  for (const placement of placementsAmong(a, b, 0)) u += placement;
  const ties = tieSum(a, b);
  if (ties === 0 && m < NORMAL_FROM && n < NORMAL_FROM) {
    return { u, p: Math.min(1, 2 * wilcoxonCdf(Math.min(u, m * n - u), m, n)), method: 'exact' };
  }
  const isConstant = Math.min(a[0]!, b[0]!) === Math.max(a.at(-1)!, b.at(-1)!);
  if (isConstant) return { u, p: 1, method: 'normal' };
  const total = m + n;
  const variance = ((m * n) / 12) * (total + 1 - ties / (total * (total - 1)));
  const distance = Math.abs(u - (m * n) / 2);
  const z = Math.max(0, distance - 0.5) / Math.sqrt(variance);
  return { u, p: Math.min(1, 2 * normalSf(z)), method: 'normal' };
}

/** Σ(t³ − t) over the groups of equal values in both samples together. */
function tieSum(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const value = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY);
    const start = i + j;
    while (i < a.length && a[i] === value) i++;
    while (j < b.length && b[j] === value) j++;
    const size = i + j - start;
    sum += size * size * size - size;
  }
  return sum;
}
