import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hodgesLehmann } from './hodges-lehmann.ts';
import { selectDifference, selectNear } from './select-difference.ts';

/** Without −0, which durations do not have and `toBe` tells from 0. */
const ascending = (values: readonly number[]) => Float64Array.from(values, (value) => value + 0).sort();

/** All differences in order: the matrix that the real one never makes. */
function allDifferences(a: Float64Array, b: Float64Array): Float64Array {
  return Float64Array.from([...a].flatMap((x) => [...b].map((y) => x - y))).sort();
}

const oddLatencies = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constantFrom(0, 1e15, -1e15, 0.1, 0.2, 0.3, Number.MIN_VALUE),
);
const samples = (value: fc.Arbitrary<number>, maxLength = 20) =>
  fc.array(value, { minLength: 1, maxLength }).map(ascending);
/** Whole numbers far below 2⁵³, so that shifted differences are still exact. */
const wholeSamples = samples(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 2_000_000 })));

describe('selectDifference', () => {
  it('finds every rank that sorting all differences finds, with ties, zeros, negative and huge values', () => {
    fc.assert(
      fc.property(samples(oddLatencies, 8), samples(oddLatencies, 8), (a, b) => {
        const found = Array.from({ length: a.length * b.length }, (_, index) => selectDifference(a, b, index + 1));
        expect(found).toEqual([...allDifferences(a, b)]);
      }),
    );
  });

  it('finds the same near any guess', () => {
    fc.assert(
      fc.property(samples(oddLatencies, 8), samples(oddLatencies, 8), fc.double({ noNaN: true }), (a, b, guess) => {
        const found = Array.from({ length: a.length * b.length }, (_, index) => selectNear(a, b, index + 1, guess));
        expect(found).toEqual([...allDifferences(a, b)]);
      }),
    );
  });

  it('comes to an end where the width of the bracket overflows', () => {
    const a = ascending([-Number.MAX_VALUE / 2, 0, Number.MAX_VALUE / 2]);
    expect(selectDifference(a, a, 5)).toBe(0);
    expect(selectDifference(a, a, 9)).toBe(Number.MAX_VALUE);
  });
});

describe('hodgesLehmann', () => {
  it('equals its slow twin, which sorts all differences', () => {
    fc.assert(
      fc.property(samples(oddLatencies), samples(oddLatencies), (a, b) => {
        const differences = allDifferences(a, b);
        const pairs = differences.length;
        const { estimate, k, low, high, classicalK, classicalLow, classicalHigh } = hodgesLehmann(a, b);
        expect(estimate).toBe((differences[Math.ceil(pairs / 2) - 1]! + differences[Math.floor(pairs / 2)]!) / 2);
        expect(k).toBeLessThanOrEqual(classicalK);
        expect([low, high]).toEqual([differences[k - 1], differences[pairs - k]]);
        expect([classicalLow, classicalHigh]).toEqual([differences[classicalK - 1], differences[pairs - classicalK]]);
      }),
    );
  });

  it('changes sign when the samples change places', () => {
    fc.assert(
      fc.property(wholeSamples, wholeSamples, (a, b) => {
        const there = hodgesLehmann(a, b);
        const back = hodgesLehmann(b, a);
        const negative = (value: number | undefined) => (value === undefined ? undefined : 0 - value);
        expect(back.estimate).toBe(negative(there.estimate));
        expect([back.k, back.low, back.high]).toEqual([there.k, negative(there.high), negative(there.low)]);
      }),
    );
  });

  it('moves with the sample', () => {
    fc.assert(
      fc.property(wholeSamples, wholeSamples, fc.integer({ min: -1_000_000, max: 1_000_000 }), (a, b, by) => {
        const still = hodgesLehmann(a, b);
        const moved = hodgesLehmann(
          a.map((value) => value + by),
          b,
        );
        expect(moved.estimate).toBe(still.estimate! + by);
        expect(moved.k).toBe(still.k);
        if (still.k > 0) expect([moved.low, moved.high]).toEqual([still.low! + by, still.high! + by]);
      }),
    );
  });

  it('gives open ends where 95 % cannot be had, and an interval from 4 against 4 on in the classical way', () => {
    const few = hodgesLehmann(ascending([1, 2, 3]), ascending([4, 5, 6]));
    expect(few).toMatchObject({ estimate: -3, k: 0, low: undefined, high: undefined, classicalK: 0 });
    const four = hodgesLehmann(ascending([1, 2, 3, 4]), ascending([5, 6, 7, 8]));
    expect(four).toMatchObject({ estimate: -4, classicalK: 1, classicalLow: -7, classicalHigh: -1 });
  });

  it('finds nothing between a sample and itself', () => {
    const sample = ascending([0, 0, 3, 17, 61, 61, 1_000_000]);
    expect(hodgesLehmann(sample, sample).estimate).toBe(0);
  });
});
