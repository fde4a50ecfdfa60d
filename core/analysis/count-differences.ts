/** How the differences aᵢ − bⱼ lie around a threshold. */
export interface DifferenceCount {
  /** How many are at or below it. */
  readonly count: number;
  /** The largest at or below it, −∞ when there is none. */
  readonly below: number;
  /** The smallest above it, ∞ when there is none. */
  readonly above: number;
}

/**
 * Counts the differences aᵢ − bⱼ at or below a threshold, as floating point rounds them, in O(m + n), or less where one side is much longer, and without the matrix. In
 * sorted samples they are cut from the rest by a staircase, because rounded subtraction is monotone too:
 *
 *          b₁ b₂ b₃ b₄ b₅
 *      a₁   >  ≤  ≤  ≤  ≤
 *      a₂   >  >  >  ≤  ≤
 *      a₃   >  >  >  >  ≤
 *
 * @param a ascending
 * @param b ascending
 */
export function countDifferences(a: Float64Array, b: Float64Array, threshold: number): DifferenceCount {
  if (a.length * MUCH_LONGER < b.length) return countByRows(a, b, threshold);
  if (b.length * MUCH_LONGER < a.length) return countByColumns(a, b, threshold);
  let count = 0;
  let below = Number.NEGATIVE_INFINITY;
  let above = Number.POSITIVE_INFINITY;
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    const value = a[i]!;
    while (j < b.length && value - b[j]! > threshold) j++;
    count += b.length - j;
    if (j < b.length) below = Math.max(below, value - b[j]!);
    if (j > 0) above = Math.min(above, value - b[j - 1]!);
  }
  return { count, below, above };
}

/** From here on searching the longer side for each value of the shorter is less work than walking along both. */
const MUCH_LONGER = 16;

function countByRows(a: Float64Array, b: Float64Array, threshold: number): DifferenceCount {
  let count = 0;
  let below = Number.NEGATIVE_INFINITY;
  let above = Number.POSITIVE_INFINITY;
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    const value = a[i]!;
    let end = b.length;
    while (j < end) {
      const middle = (j + end) >>> 1;
      if (value - b[middle]! > threshold) j = middle + 1;
      else end = middle;
    }
    count += b.length - j;
    if (j < b.length) below = Math.max(below, value - b[j]!);
    if (j > 0) above = Math.min(above, value - b[j - 1]!);
  }
  return { count, below, above };
}

function countByColumns(a: Float64Array, b: Float64Array, threshold: number): DifferenceCount {
  let count = 0;
  let below = Number.NEGATIVE_INFINITY;
  let above = Number.POSITIVE_INFINITY;
  let i = 0;
  for (let j = 0; j < b.length; j++) {
    const value = b[j]!;
    let end = a.length;
    while (i < end) {
      const middle = (i + end) >>> 1;
      if (a[middle]! - value <= threshold) i = middle + 1;
      else end = middle;
    }
    count += i;
    if (i > 0) below = Math.max(below, a[i - 1]! - value);
    if (i < a.length) above = Math.min(above, a[i]! - value);
  }
  return { count, below, above };
}
