import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRanks } from './mid-ranks.ts';

describe('midRanks', () => {
  it('gives equal values the mean of their ranks', () => {
    const { ranks, tieSum } = midRanks(Float64Array.of(30, 10, 30, 20, 30));
    expect([...ranks]).toEqual([4, 1, 4, 2, 4]);
    expect(tieSum).toBe(24);
  });

  it('counts, for every value, the smaller ones and half of the equal ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (values) => {
        const slow = values.map(
          (value) => values.filter((v) => v < value).length + (values.filter((v) => v === value).length + 1) / 2,
        );
        expect([...midRanks(Float64Array.from(values)).ranks]).toEqual(slow);
      }),
    );
  });
});
