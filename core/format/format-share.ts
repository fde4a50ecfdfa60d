import { formatSignificant } from './format-significant.ts';
import { NARROW_SPACE } from './narrow-space.ts';

const SMALLEST_SHOWN = 0.001;
const ROUNDS_TO_ALL = 0.9995;
/** Sums of doubles that should be 1 miss it by less than this; a real share of countable traces never comes that near. */
const ROUNDING = 1e-9;

/**
 * A share (0…1) in percent with three digits: `16.8 %`. Only nothing is `0 %` and only all is `100 %`; what would round to them is
 * `< 0.1 %` and `> 99.9 %`. A share of a difference can also be negative or above 1, where others shrank: `−5.00 %`, `118 %`.
 */
export function formatShare(share: number): string {
  const percent = (text: string) => `${text}${NARROW_SPACE}%`;
  if (share === 0) return percent('0');
  if (share >= 1 && share <= 1 + ROUNDING) return percent('100');
  const size = Math.abs(share);
  if (size < SMALLEST_SHOWN) return share < 0 ? `> \u2212${percent('0.1')}` : `< ${percent('0.1')}`;
  if (share >= ROUNDS_TO_ALL && share < 1) return `> ${percent('99.9')}`;
  if (share > 1 && share < 1.005) return `> ${percent('100')}`;
  return percent(formatSignificant(share * 100, { digits: 3, maxDecimals: 3, keepZeros: true }));
}
