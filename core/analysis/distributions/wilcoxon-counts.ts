/**
 * In how many of the C(m + n, m) orders of two samples without ties W (the pairs in which the first is larger) is 0, 1, …, ⌊mn/2⌋:
 * the coefficients of the Gaussian binomial ∏ᵢ (1 − q^(n+i))/(1 − q^i), i = 1…min(m, n). The distribution is symmetric, so that
 * half of it is enough. Exact below 2⁵³, else to about 1e-13. O(min(m, n) · mn).
 */
export function wilcoxonCounts(m: number, n: number): Float64Array {
  const fewer = Math.min(m, n);
  const more = Math.max(m, n);
  const counts = new Float64Array(Math.floor((m * n) / 2) + 1);
  counts[0] = 1;
  for (let i = 1; i <= fewer; i++) {
    for (let w = counts.length - 1; w >= more + i; w--) counts[w]! -= counts[w - more - i]!;
    for (let w = i; w < counts.length; w++) counts[w]! += counts[w - i]!;
  }
  return counts;
}

/** C(m + n, m): how many orders there are. */
export function wilcoxonTotal(m: number, n: number): number {
  let total = 1;
  for (let i = 1; i <= Math.min(m, n); i++) total = (total * (Math.max(m, n) + i)) / i;
  return total;
}
