/**
 * The p-quantile, by linear interpolation between the order statistics (Hyndman and Fan 1996, type 7, R's default): with
 * h = (n − 1)p and j = ⌊h⌋ it is x₍ⱼ₊₁₎ + (h − j)(x₍ⱼ₊₂₎ − x₍ⱼ₊₁₎). `undefined` when there is no value.
 * @param sorted ascending
 * @param p 0…1
 */
export function quantile(sorted: Float64Array, p: number): number | undefined {
  const position = (sorted.length - 1) * p;
  const index = Math.floor(position);
  const lower = sorted[index];
  if (lower === undefined) return undefined;
  const upper = sorted[index + 1] ?? lower;
  return lower + (position - index) * (upper - lower);
}
