import type { Interval } from '../analysis/estimate.ts';
import { formatSignificant } from './format-significant.ts';

/**
 * The interval of a share (0…1), in percent like the estimate beside it: `[95.7, 100]`. It takes three to five digits, as many as it
 * needs for its ends to differ and for none to read 0 or 100 that is not. An open end is the end of the scale.
 */
export function formatShareInterval({ low = 0, high = 1 }: Interval): string {
  for (const digits of [3, 4]) {
    const lowText = formatEnd(low, digits);
    const highText = formatEnd(high, digits);
    if ((low === high || lowText !== highText) && isHonest(low, lowText) && isHonest(high, highText)) {
      return `[${lowText}, ${highText}]`;
    }
  }
  return `[${formatEnd(low, 5)}, ${formatEnd(high, 5)}]`;
}

function isHonest(share: number, text: string): boolean {
  return (share === 0) === (text === '0') && (share === 1) === (text === '100');
}

/** 0 and 1 exactly are `0` and `100`; with the last of the digits the others stay strictly inside. */
function formatEnd(share: number, digits: number): string {
  if (share === 0 || share === 1) return share === 0 ? '0' : '100';
  const text = formatSignificant(share * 100, { digits, maxDecimals: digits - 1, keepZeros: true });
  if (!text.startsWith('100')) return text;
  return digits < 5 ? '100' : '99.999';
}
