import type { Report } from './report-schema.ts';

/**
 * Whether a is slower than b by more than `share` of b's median, for sure: clearly slower, and even the low end of the shift's interval
 * is above it. False where nothing could be compared.
 */
export function isSlowerThan({ comparison }: Report, share: number): boolean {
  if (comparison === null || comparison.verdict !== 'clearly-slower' || comparison.shift.low === null) return false;
  return comparison.shift.low > share * comparison.b.median;
}
