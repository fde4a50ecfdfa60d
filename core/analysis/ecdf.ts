/**
 * The empirical distribution function: the share of values at or below t. `undefined` when there is no value.
 * @param sorted ascending
 */
export function ecdf(sorted: Float64Array, t: number): number | undefined {
  if (sorted.length === 0) return undefined;
  let atOrBelow = 0;
  let above = sorted.length;
  while (atOrBelow < above) {
    const middle = (atOrBelow + above) >> 1;
    if (sorted[middle]! <= t) atOrBelow = middle + 1;
    else above = middle;
  }
  return atOrBelow / sorted.length;
}
