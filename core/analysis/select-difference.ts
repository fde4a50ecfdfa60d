import { countDifferences } from './count-differences.ts';

/**
 * The k-th smallest of the m·n differences aᵢ − bⱼ, k from 1 on, exactly as floating point rounds them. The bracket around it is
 * halved or cut by interpolation, in turns, and always drawn in to differences that occur, so that it closes on one of them.
 * Each cut costs O(m + n).
 * @param a ascending, not empty
 * @param b ascending, not empty
 * @param low a difference known to be at or below the k-th
 * @param high a difference known to be at or above the k-th
 */
export function selectDifference(
  a: Float64Array,
  b: Float64Array,
  k: number,
  low: number = a[0]! - b.at(-1)!,
  high: number = a.at(-1)! - b[0]!,
): number {
  let from = low;
  let to = high;
  let countBelow = 0;
  let countTo = a.length * b.length;
  for (let step = 0; from < to; step++) {
    const share = step % 2 === 0 ? (k - 0.5 - countBelow) / (countTo - countBelow) : 0.5;
    const inside = from + (to - from) * share;
    // Rounded up to the upper end, a cut would not draw the bracket in.
    const cut = inside < to ? inside : from;
    const { count, below, above } = countDifferences(a, b, cut);
    if (count >= k) {
      to = below;
      countTo = count;
    } else {
      from = above;
      countBelow = count;
    }
  }
  return from;
}
