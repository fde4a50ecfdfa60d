import { TAIL } from './confidence.ts';
import { binomialCdf } from './distributions/binomial-cdf.ts';
import type { Interval } from './estimate.ts';

/** An interval between two order statistics. The ranks count from 1; 0 and n + 1 stand for open ends. */
export interface RankInterval extends Interval {
  readonly lowerRank: number;
  readonly upperRank: number;
}

/**
 * The 95 % interval of the p-quantile, from order statistics and without an assumption about the distribution (Thompson 1936; David
 * and Nagaraja 2003, §7.1). With B ~ Bin(n, p): from the largest rank l with P(B < l) ≤ α/2 to the smallest u with P(B ≥ u) ≤ α/2.
 * Both ends exist from n = 6 (p50), 36 (p90), 72 (p95) and 368 (p99) on.
 * @param sorted ascending
 * @param p 0…1
 */
export function quantileInterval(sorted: Float64Array, p: number): RankInterval {
  const n = sorted.length;
  const lowerRank = largestRankBelow(n, p);
  // n − B ~ Bin(n, 1 − p), and P(B ≥ u) = P(n − B < n + 1 − u).
  const upperRank = n + 1 - largestRankBelow(n, 1 - p);
  return { lowerRank, upperRank, low: sorted[lowerRank - 1], high: sorted[upperRank - 1] };
}

/** The largest l with P(B < l) ≤ α/2, searched from where the normal approximation puts it. */
function largestRankBelow(n: number, p: number): number {
  const isBelow = (rank: number) => binomialCdf(rank - 1, n, p) <= TAIL;
  let rank = Math.max(0, Math.round(n * p - 2 * Math.sqrt(n * p * (1 - p))));
  while (!isBelow(rank)) rank -= 1;
  while (isBelow(rank + 1)) rank += 1;
  return rank;
}
