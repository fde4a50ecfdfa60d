/** How many of two groups have something. */
export interface Counts {
  readonly inA: number;
  readonly nA: number;
  readonly inB: number;
  readonly nB: number;
}

/** Tables as probable as the one that was seen count as such in spite of rounding: R's and SciPy's slack. */
const SLACK = 1 + 1e-7;

/**
 * Fisher's exact test (1922), two-sided, whether two groups have something equally often: the probability of all tables with these
 * margins that are no more probable than this one, as R's `fisher.test` and SciPy. O(min(margins)).
 *
 * @param logs `logFactorials(nA + nB)` or longer
 */
export function fisherExact({ inA, nA, inB, nB }: Counts, logs: Float64Array): number {
  const total = nA + nB;
  const having = inA + inB;
  const least = Math.max(0, having - nB);
  const most = Math.min(having, nA);
  const choose = (n: number, k: number): number => logs[n]! - logs[k]! - logs[n - k]!;
  const all = choose(total, having);
  const logProbability = (count: number): number => choose(nA, count) + choose(nB, having - count) - all;
  const seen = logProbability(inA) + Math.log(SLACK);
  let p = 0;
  for (let count = least; count <= most; count++) {
    const log = logProbability(count);
    if (log <= seen) p += Math.exp(log);
  }
  return Math.min(1, p);
}
