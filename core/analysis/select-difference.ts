import { countDifferences } from './count-differences.ts';

/** One of the differences, on one side of the one that is looked for. */
export interface DifferenceBound {
  readonly difference: number;
  /** About how many are below it (a lower bound), or at or below it (an upper one): what interpolation begins with. */
  readonly count: number;
}

/**
 * The k-th smallest of the m·n differences aᵢ − bⱼ, k from 1 on, exactly as floating point rounds them. The bracket around it is
 * halved or cut by interpolation, in turns, and always drawn in to differences that occur, so that it closes on one of them.
 * Each cut costs O(m + n).
 * @param a ascending, not empty
 * @param b ascending, not empty
 * @param low known to be at or below the k-th, fewer than k below it
 * @param high known to be at or above the k-th, at least k at or below it
 */
export function selectDifference(
  a: Float64Array,
  b: Float64Array,
  k: number,
  low: DifferenceBound = { difference: a[0]! - b.at(-1)!, count: 0 },
  high: DifferenceBound = { difference: a.at(-1)! - b[0]!, count: a.length * b.length },
): number {
  let from = low.difference;
  let to = high.difference;
  let countBelow = low.count;
  let countTo = high.count;
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

/** The first guess of how far off, in parts of all that is possible. */
const FIRST_PART = 1 / 4096;

/**
 * A lower bound of the k-th difference that is near it, where that is expected not far below `start`: a difference at or above it. Looks
 * further and further down. O(m + n) a step.
 */
export function boundBelow(a: Float64Array, b: Float64Array, k: number, start: number): DifferenceBound {
  const least = a[0]! - b.at(-1)!;
  for (let part = FIRST_PART; part < 1; part *= 4) {
    const { count, above } = countDifferences(a, b, start - (start - least) * part);
    if (count < k) return { difference: Math.min(above, start), count };
  }
  return { difference: least, count: 0 };
}

/** An upper bound of the k-th difference in the same way, from a difference at or below it. */
export function boundAbove(a: Float64Array, b: Float64Array, k: number, start: number): DifferenceBound {
  const most = a.at(-1)! - b[0]!;
  for (let part = FIRST_PART; part < 1; part *= 4) {
    const { count, below } = countDifferences(a, b, start + (most - start) * part);
    if (count >= k) return { difference: Math.max(below, start), count };
  }
  return { difference: most, count: a.length * b.length };
}

/** The k-th difference, where it is expected near `guess`, which need not occur. */
export function selectNear(a: Float64Array, b: Float64Array, k: number, guess: number): number {
  const { count, below, above } = countDifferences(a, b, guess);
  return count >= k
    ? selectDifference(a, b, k, boundBelow(a, b, k, below), { difference: below, count })
    : selectDifference(a, b, k, { difference: above, count }, boundAbove(a, b, k, above));
}
