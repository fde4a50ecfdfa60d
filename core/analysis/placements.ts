/**
 * For every aᵢ, over how many b it stands once b is moved by `shift`: #{j: aᵢ − bⱼ > shift} + ½ #{j: aᵢ − bⱼ = shift}, the
 * differences as floating point rounds them. O(m + n).
 * @param a ascending
 * @param b ascending
 */
export function placementsAmong(a: Float64Array, b: Float64Array, shift: number): Float64Array {
  let greater = 0;
  let atLeast = 0;
  const placements = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) {
    const value = a[i]!;
    while (greater < b.length && value - b[greater]! > shift) greater++;
    while (atLeast < b.length && value - b[atLeast]! >= shift) atLeast++;
    placements[i] = (greater + atLeast) / 2;
  }
  return placements;
}

/** For every bⱼ, how many a stand over it: the same pairs, counted the other way. */
export function placementsOver(a: Float64Array, b: Float64Array, shift: number): Float64Array {
  let atMost = 0;
  let less = 0;
  const placements = new Float64Array(b.length);
  for (let j = 0; j < b.length; j++) {
    const value = b[j]!;
    while (atMost < a.length && a[atMost]! - value <= shift) atMost++;
    while (less < a.length && a[less]! - value < shift) less++;
    placements[j] = a.length - (atMost + less) / 2;
  }
  return placements;
}
