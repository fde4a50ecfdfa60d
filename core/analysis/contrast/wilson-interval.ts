import { NORMAL_QUANTILE } from '../confidence.ts';

/** Wilson's interval (1927) of a share, 95 %: right for small samples too, and never outside 0…1. `n` > 0. */
export function wilsonInterval(count: number, n: number): { readonly low: number; readonly high: number } {
  const z2 = NORMAL_QUANTILE ** 2;
  const share = count / n;
  const middle = share + z2 / (2 * n);
  const reach = NORMAL_QUANTILE * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // At 0 and at all of n an end is exact, which rounding must not spoil.
  return {
    low: count === 0 ? 0 : (middle - reach) / scale,
    high: count === n ? 1 : (middle + reach) / scale,
  };
}
