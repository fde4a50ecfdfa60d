import { groupThousands } from './group-thousands.ts';

export interface SignificantOptions {
  /** How many digits count, leading zeros aside. */
  readonly digits: number;
  /** Never more decimals than these, however small the number is. */
  readonly maxDecimals: number;
  /** Whether zeros at the end of the decimals stay (`1.00`) or go (`58`). */
  readonly keepZeros: boolean;
}

/**
 * A number rounded to significant digits, never in powers of ten: `0.0123`, `1.00`, `7 310`. What rounds to nothing is `0`, without
 * sign or decimals.
 */
export function formatSignificant(value: number, options: SignificantOptions): string {
  // Rounding can carry into the next power of ten (9.996 → 10.0), so the exponent is that of the rounded number.
  const exponent = value === 0 ? 0 : Number(value.toExponential(options.digits - 1).split('e')[1]);
  const decimals = options.digits - 1 - exponent;
  const text =
    decimals >= 0
      ? value.toFixed(Math.min(decimals, options.maxDecimals))
      : Number(value.toPrecision(options.digits)).toFixed(0);
  if (Number(text) === 0) return '0';
  return groupThousands(options.keepZeros || !text.includes('.') ? text : text.replace(/\.?0+$/, ''));
}
