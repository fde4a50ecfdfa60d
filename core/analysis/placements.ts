/**
 * For every aᵢ, over how many b it stands once b is moved by `shift`: #{j: aᵢ − bⱼ > shift} + ½ #{j: aᵢ − bⱼ = shift}, the
 * differences as floating point rounds them. O(m + n).
 * @param a ascending
 * @param b ascending
 */
export function placementsAmong(a: Float64Array, b: Float64Array, shift: number): Float64Array {
  let greater = 0;
  let atLeast = 0;
  return a.map((value) => {
    while (greater < b.length && value - b[greater]! > shift) greater++;
    while (atLeast < b.length && value - b[atLeast]! >= shift) atLeast++;
    return (greater + atLeast) / 2;
  });
}

/** For every bⱼ, how many a stand over it: the same pairs, counted the other way. */
export function placementsOver(a: Float64Array, b: Float64Array, shift: number): Float64Array {
  let atMost = 0;
  let less = 0;
  return b.map((value) => {
    while (atMost < a.length && a[atMost]! - value <= shift) atMost++;
    while (less < a.length && a[less]! - value < shift) less++;
    return a.length - (atMost + less) / 2;
  });
}
