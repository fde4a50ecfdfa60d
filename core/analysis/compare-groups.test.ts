import { describe, expect, it } from 'vitest';
import { seededRandom } from '../testing/seeded-random.ts';
import { adjustComparisons } from './adjust-comparisons.ts';
import { compareGroups } from './compare-groups.ts';

/** `n` whole latencies spread evenly from `from` over `width` µs. */
function latencies(n: number, from: number, width: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: n }, () => Math.round(from + width * random())).sort();
}

describe('compareGroups', () => {
  it('calls 84 traces of a second clearly slower than 416 of microseconds', () => {
    const comparison = compareGroups(latencies(84, 1_000_000, 3_000, 1), latencies(416, 20, 100, 2));
    expect(comparison).toMatchObject({ nA: 84, nB: 416, verdict: 'clearly-slower' });
    expect(comparison.shift.low).toBeGreaterThan(1_000_500);
    expect(comparison.shift.high).toBeLessThan(1_002_500);
    expect(comparison.probabilitySlower).toMatchObject({ value: 1, high: 1 });
    expect(comparison.p).toBeLessThan(1e-46);
    expect(comparison.pAdjusted).toBe(comparison.p);
  });

  it('is the mirror image the other way round', () => {
    const a = latencies(30, 50, 100, 3);
    const b = latencies(200, 20, 100, 4);
    expect(compareGroups(a, b).verdict).toBe('clearly-slower');
    expect(compareGroups(b, a).verdict).toBe('clearly-faster');
  });

  it('is certain from six against six apart, and silent below', () => {
    const slow = latencies(6, 1000, 10, 5);
    const fast = latencies(6, 0, 10, 6);
    expect(compareGroups(slow, fast).verdict).toBe('clearly-slower');
    expect(compareGroups(slow.subarray(1), fast).verdict).toBe('too-few');
    expect(compareGroups(slow.subarray(5), fast.subarray(5))).toMatchObject({
      nA: 1,
      nB: 1,
      shift: { low: undefined, high: undefined },
      verdict: 'too-few',
    });
  });

  it('finds no difference when all durations are 0', () => {
    expect(compareGroups(new Float64Array(20), new Float64Array(30))).toMatchObject({
      medianA: 0,
      medianB: 0,
      shift: { value: 0, low: 0, high: 0 },
      probabilitySlower: { value: 0.5 },
      p: 1,
      verdict: 'no-difference',
    });
  });

  it('refuses an empty side and what is not finite', () => {
    expect(() => compareGroups(new Float64Array(), new Float64Array(6))).toThrow(RangeError);
    expect(() => compareGroups(new Float64Array(6), new Float64Array())).toThrow(RangeError);
    expect(() => compareGroups(Float64Array.of(1, Number.NaN), new Float64Array(6))).toThrow(RangeError);
  });
});

describe('adjustComparisons', () => {
  const barely = compareGroups(Float64Array.of(5, 6, 7, 8, 9, 20, 30), Float64Array.of(1, 2, 3, 4, 5.5, 6.5, 7.5));

  it('leaves one comparison as it is', () => {
    expect(barely).toMatchObject({ p: expect.closeTo(0.0175, 4), verdict: expect.stringMatching('slower') });
    expect(adjustComparisons([barely])).toEqual([barely]);
    expect(adjustComparisons([])).toEqual([]);
  });

  it('draws the verdicts anew from p adjusted over all of them', () => {
    const same = compareGroups(latencies(50, 0, 100, 7), latencies(50, 0, 100, 8));
    const apart = compareGroups(latencies(50, 500, 100, 9), latencies(50, 0, 100, 10));
    const adjusted = adjustComparisons([barely, same, apart, barely]);
    expect(adjusted.map(({ pAdjusted }, index) => pAdjusted >= [barely, same, apart, barely][index]!.p)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(adjusted[0]!.pAdjusted).toBeCloseTo(3 * barely.p, 12);
    expect(adjusted.map(({ verdict }) => verdict)).toEqual([
      'possibly-slower',
      'no-difference',
      'clearly-slower',
      'possibly-slower',
    ]);
  });
});
