/** Ranks of values that may be tied. */
export interface MidRanks {
  /** Per value, in the order given: 1 for the smallest; equal values share the mean of their ranks. */
  readonly ranks: Float64Array;
  /** Σ(t³ − t) over the groups of equal values. */
  readonly tieSum: number;
}

/** The mid-ranks of `values`, in any order. O(n log n). */
export function midRanks(values: Float64Array): MidRanks {
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  let tieSum = 0;
  for (let from = 0; from < order.length; ) {
    const value = values[order[from]!];
    let end = from + 1;
    while (end < order.length && values[order[end]!] === value) end++;
    const size = end - from;
    for (let at = from; at < end; at++) ranks[order[at]!] = (from + 1 + end) / 2;
    tieSum += size * size * size - size;
    from = end;
  }
  return { ranks, tieSum };
}
