import { describe, expect, it } from 'vitest';
import { classicalRank } from './classical-rank.ts';

describe('classicalRank', () => {
  it('is the same whichever sample comes first, on both sides of where the normal approximation begins', () => {
    for (const [m, n] of [
      [1, 39],
      [4, 4],
      [48, 49],
      [49, 50],
      [10, 50],
      [3, 400],
    ] as const) {
      expect([m, n, classicalRank(m, n)]).toEqual([m, n, classicalRank(n, m)]);
    }
  });

  it('begins with 4 against 4, and with 39 for a single one', () => {
    expect([classicalRank(3, 3), classicalRank(3, 4), classicalRank(4, 4)]).toEqual([0, 0, 1]);
    expect([classicalRank(1, 38), classicalRank(1, 39)]).toEqual([0, 1]);
  });

  it('is none without a value', () => {
    expect([classicalRank(0, 9), classicalRank(9, 0)]).toEqual([0, 0]);
  });
});
