import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileEstimate } from './quantile-estimate.ts';
import { quantileInterval } from './quantile-interval.ts';

const upTo = (n: number) => Float64Array.from({ length: n }, (_, index) => index + 1);

describe('quantileInterval', () => {
  it.each([
    { p: 0.5, from: 6 },
    { p: 0.9, from: 36 },
    { p: 0.95, from: 72 },
    { p: 0.99, from: 368 },
  ])('has both ends for p = $p from $from traces on', ({ p, from }) => {
    const isClosed = (n: number) => {
      const { low, high } = quantileInterval(upTo(n), p);
      return low !== undefined && high !== undefined;
    };
    expect([isClosed(from - 1), isClosed(from), isClosed(from + 1)]).toEqual([false, true, true]);
  });

  it('moves to higher ranks with p and never past either end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, p, q) => {
          const lower = quantileInterval(upTo(n), Math.min(p, q));
          const upper = quantileInterval(upTo(n), Math.max(p, q));
          expect(lower.lowerRank).toBeLessThanOrEqual(upper.lowerRank);
          expect(lower.upperRank).toBeLessThanOrEqual(upper.upperRank);
          expect(lower.lowerRank).toBeGreaterThanOrEqual(0);
          expect(upper.upperRank).toBeLessThanOrEqual(n + 1);
          expect(lower.lowerRank).toBeLessThan(lower.upperRank);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('quantileEstimate', () => {
  it('joins the interpolated value and its interval', () => {
    expect(quantileEstimate(upTo(8), 0.5)).toEqual({ value: 4.5, low: 1, high: 8 });
  });

  it('leaves the end open that so few traces cannot give', () => {
    expect(quantileEstimate(upTo(5), 0.5)).toEqual({ value: 3, low: undefined, high: undefined });
    expect(quantileEstimate(upTo(50), 0.99).high).toBeUndefined();
  });

  it('refuses an empty sample', () => {
    expect(() => quantileEstimate(new Float64Array(), 0.5)).toThrow(RangeError);
  });
});
