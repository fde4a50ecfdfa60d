/**
 * p-values adjusted so that the chance of any false alarm among them stays at the level (Holm 1979): in ascending order p₍ᵢ₎ becomes
 * the largest of min(1, (n − j + 1) p₍ⱼ₎) over j ≤ i. In the order given.
 */
export function holm(p: readonly number[]): readonly number[] {
  const ascending = p.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const adjusted = new Array<number>(p.length).fill(0);
  let largest = 0;
  ascending.forEach(({ value, index }, rank) => {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * value));
    adjusted[index] = largest;
  });
  return adjusted;
}
