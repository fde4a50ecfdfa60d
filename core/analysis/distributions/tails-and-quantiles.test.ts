import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialCdf } from './binomial-cdf.ts';
import { continuedFraction } from './continued-fraction.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';
import { normalSf } from './normal-sf.ts';
import { studentTQuantile } from './student-t-quantile.ts';
import { studentTSf } from './student-t-sf.ts';
import { wilcoxonCdf } from './wilcoxon-cdf.ts';

const share = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const degrees = fc.double({ min: 1, max: 100_000, noNaN: true });

describe('quantiles', () => {
  it('of the normal distribution undo its distribution function', () => {
    fc.assert(
      fc.property(share, (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-13 * Math.max(p, 1e-3));
      }),
    );
  });

  it('of Student’s t undo its distribution function, at any degrees of freedom', () => {
    fc.assert(
      fc.property(share, degrees, (p, df) => {
        expect(Math.abs(1 - studentTSf(studentTQuantile(p, df), df) - p)).toBeLessThan(1e-11);
      }),
    );
  });

  it('end in infinity', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect([studentTQuantile(0, 3), studentTQuantile(1, 3)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it('of Student’s t go over into normal ones', () => {
    expect(studentTQuantile(0.975, 1e8)).toBeCloseTo(normalQuantile(0.975), 7);
  });
});

describe('tails', () => {
  it('of the normal distribution are symmetric', () => {
    fc.assert(
      fc.property(fc.double({ min: -38, max: 38, noNaN: true }), (x) => {
        expect(normalSf(x)).toBe(normalCdf(-x));
        expect(normalSf(x) + normalCdf(x)).toBeCloseTo(1, 14);
      }),
    );
  });

  it('vanish without becoming NaN', () => {
    expect(normalSf(50)).toBe(0);
    expect(normalSf(Number.POSITIVE_INFINITY)).toBe(0);
    expect(studentTSf(1e200, 5)).toBe(0);
  });
});

describe('distributions of counts', () => {
  it('are 0 below and 1 from the largest on', () => {
    expect([binomialCdf(-1, 5, 0.5), binomialCdf(5, 5, 0.5)]).toEqual([0, 1]);
    expect([binomialCdf(0, 5, 0), binomialCdf(4, 5, 1)]).toEqual([1, 0]);
    expect([wilcoxonCdf(-1, 3, 4), wilcoxonCdf(12, 3, 4)]).toEqual([0, 1]);
  });

  it('of binomial tails agree with sums of their terms', () => {
    for (const [n, p] of [
      [10, 0.3],
      [40, 0.95],
    ] as const) {
      let term = (1 - p) ** n;
      let sum = 0;
      for (let k = 0; k < n; k++) {
        sum += term;
        expect(binomialCdf(k, n, p)).toBeCloseTo(sum, 12);
        term *= ((n - k) / (k + 1)) * (p / (1 - p));
      }
    }
  });
});

describe('continuedFraction', () => {
  it('finds the golden ratio', () => {
    expect(continuedFraction(1, () => ({ numerator: 1, denominator: 1 }))).toBeCloseTo((1 + Math.sqrt(5)) / 2, 15);
  });

  it('says so when there is nothing to find', () => {
    expect(() => continuedFraction(1, () => ({ numerator: -1, denominator: 1 }))).toThrow('does not converge');
  });
});
