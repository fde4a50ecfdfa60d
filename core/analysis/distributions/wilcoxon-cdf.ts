import { wilcoxonCounts, wilcoxonTotal } from './wilcoxon-counts.ts';

/**
 * P(W ≤ w) for Mann and Whitney's statistic of samples of m and n without ties, exact (Mann and Whitney 1947).
 * @param counts `wilcoxonCounts(m, n)`, for callers that ask more than once.
 */
export function wilcoxonCdf(w: number, m: number, n: number, counts: Float64Array = wilcoxonCounts(m, n)): number {
  const whole = Math.floor(w);
  if (whole < 0) return 0;
  if (whole >= m * n) return 1;
  // W and mn − W have the same distribution.
  if (whole >= counts.length) return 1 - wilcoxonCdf(m * n - whole - 1, m, n, counts);
  let below = 0;
  for (let i = 0; i <= whole; i++) below += counts[i]!;
  return below / wilcoxonTotal(m, n);
}
