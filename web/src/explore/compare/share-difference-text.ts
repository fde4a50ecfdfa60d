import type { Estimate } from '#core/analysis/estimate.ts';

/** The difference of two shares in points of a per cent, with its interval: `+83.2 [79.4, 86.0]`. */
export function shareDifferenceText({ value, low, high }: Estimate): {
  readonly value: string;
  readonly interval: string;
} {
  const points = (share: number): string => {
    const text = Math.abs(share * 100).toFixed(1);
    return text === '0.0' ? '0.0' : `${share < 0 ? '−' : ''}${text}`;
  };
  const sign = value > 0 && points(value) !== '0.0' ? '+' : '';
  return {
    value: `${sign}${points(value)}\u202f%`,
    interval: `[${low === undefined ? '−∞' : points(low)}, ${high === undefined ? '∞' : points(high)}]`,
  };
}
