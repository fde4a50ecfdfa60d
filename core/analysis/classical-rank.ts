import { NORMAL_QUANTILE, TAIL } from './confidence.ts';
import { wilcoxonCounts, wilcoxonTotal } from './distributions/wilcoxon-counts.ts';

/** From this size of either sample on the normal approximation is used, as R does. */
export const NORMAL_FROM = 50;
/** At 1 against 39 a tail is α/2 exactly; sums of doubles must not decide it. */
const SLACK = 1 + 1e-12;

/**
 * The rank k at which the classical interval of a shift begins, [D₍ₖ₎, D₍ₘₙ₊₁₋ₖ₎] among the ordered differences (Moses 1953; Lehmann
 * 1963; Hollander and Wolfe 1999, §4.3). Below 50 a side the largest k with P(W ≤ k − 1) ≤ α/2, W without ties; else
 * ⌊mn/2 + ½ − z √(mn(m + n + 1)/12)⌋. 0: no interval at 95 %.
 */
export function classicalRank(m: number, n: number): number {
  if (m === 0 || n === 0) return 0;
  if (m < NORMAL_FROM && n < NORMAL_FROM) return exactRank(m, n);
  const spread = Math.sqrt((m * n * (m + n + 1)) / 12);
  return Math.max(0, Math.floor((m * n) / 2 + 0.5 - NORMAL_QUANTILE * spread));
}

function exactRank(m: number, n: number): number {
  const counts = wilcoxonCounts(m, n);
  const most = TAIL * wilcoxonTotal(m, n) * SLACK;
  let below = 0;
  return counts.findIndex((count) => {
    below += count;
    return below > most;
  });
}
