/**
 * p-values adjusted so that, of those called significant, the share of false ones stays at the level (Benjamini and Hochberg 1995): in
 * ascending order p₍ᵢ₎ becomes the smallest of min(1, n p₍ⱼ₎/j) over j ≥ i. In the order given.
 */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  const descending = p.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value);
  const adjusted = new Array<number>(p.length).fill(1);
  let smallest = 1;
  descending.forEach(({ value, index }, place) => {
    smallest = Math.min(smallest, (p.length * value) / (p.length - place));
    adjusted[index] = smallest;
  });
  return adjusted;
}
