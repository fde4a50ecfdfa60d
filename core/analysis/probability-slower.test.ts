import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannWhitney } from './mann-whitney.ts';
import { placementsAmong, placementsOver } from './placements.ts';
import { probabilitySlower } from './probability-slower.ts';

const ascending = (values: readonly number[]) => Float64Array.from(values).sort();
const sample = fc
  .array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 2_000_000 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map(ascending);

describe('placements', () => {
  it('equal counting every pair', () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({ min: -4, max: 4 }), (a, b, shift) => {
        const pair = (x: number, y: number) => (Math.sign(x - y - shift) + 1) / 2;
        const among = [...a].map((x) => b.reduce((sum, y) => sum + pair(x, y), 0));
        const over = [...b].map((y) => a.reduce((sum, x) => sum + pair(x, y), 0));
        expect([...placementsAmong(a, b, shift)]).toEqual(among);
        expect([...placementsOver(a, b, shift)]).toEqual(over);
      }),
    );
  });
});

describe('probabilitySlower', () => {
  it('adds up to 1 with the probability of being faster, and so do the intervals', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const slower = probabilitySlower(a, b)!;
        const faster = probabilitySlower(b, a)!;
        expect(slower.value + faster.value).toBeCloseTo(1, 12);
        expect(slower.low! + faster.high!).toBeCloseTo(1, 12);
        expect(slower.high! + faster.low!).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is U over all pairs, inside its interval', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const { value, low, high } = probabilitySlower(a, b)!;
        expect(value).toBeCloseTo(mannWhitney(a, b)!.u / (a.length * b.length), 12);
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(high).toBeGreaterThanOrEqual(value - 1e-12);
      }),
    );
  });

  it('keeps a doubt when every pair is slower: [95.7, 100] % for 84 traces', () => {
    const { value, low, high } = probabilitySlower(new Float64Array(84).fill(2), new Float64Array(416).fill(1))!;
    expect({ value, low: low?.toFixed(3), high }).toEqual({ value: 1, low: '0.957', high: 1 });
  });
});

describe('mannWhitney', () => {
  it('has the same p when the samples change places', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        expect(mannWhitney(b, a)!.p).toBeCloseTo(mannWhitney(a, b)!.p, 12);
      }),
    );
  });

  it('tells nothing apart when all values are equal, however many', () => {
    expect(mannWhitney(new Float64Array(60).fill(7), new Float64Array(300_000).fill(7))).toEqual({
      u: 9_000_000,
      p: 1,
      method: 'normal',
    });
  });
});
