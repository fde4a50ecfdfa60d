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
 * Counts the differences aᵢ − bⱼ at or below a threshold, as floating point rounds them, in O(m + n) and without the matrix. In
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
