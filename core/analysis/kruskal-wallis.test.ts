import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kruskalWallis } from './kruskal-wallis.ts';
import { midRanks } from './mid-ranks.ts';

function test(groups: readonly (readonly number[])[]) {
  const values = Float64Array.from(groups.flat());
  const groupOf = Int32Array.from(groups.flatMap((group, index) => group.map(() => index)));
  return kruskalWallis(midRanks(values), groupOf, groups.length);
}

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);

describe('kruskalWallis', () => {
  it('knows the most that 84 of 500 can reach, and that they reach it wholly apart', () => {
    const answer = test([upTo(416), upTo(84).map((value) => value + 1000)]);
    expect(answer?.mostEpsilonSquared).toBeCloseTo(0.4193, 4);
    expect(answer?.epsilonSquared).toBeCloseTo(answer?.mostEpsilonSquared ?? 0, 12);
  });

  it('knows the most that can be reached in whatever order the groups lie', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.func(fc.integer()), (sizes, place) => {
        const order = sizes.map((_, index) => index).sort((a, b) => place(a) - place(b));
        const apart = sizes.map((size, index) => upTo(size).map((value) => value + 100 * order.indexOf(index)));
        const answer = test(apart);
        expect(answer?.epsilonSquared).toBeCloseTo(answer?.mostEpsilonSquared ?? 0, 10);
      }),
    );
  });

  it('never explains more than that without ties, nor less than nothing', () => {
    const groups = fc.array(fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 30 }), { maxLength: 6 });
    fc.assert(
      fc.property(groups, (groups) => {
        fc.pre(new Set(groups.flat()).size === groups.flat().length);
        const answer = test(groups);
        if (answer === undefined) return;
        expect(answer.epsilonSquared).toBeGreaterThanOrEqual(0);
        expect(answer.epsilonSquared).toBeLessThanOrEqual(answer.mostEpsilonSquared + 1e-12);
      }),
    );
  });

  it('never knows more to reach than all, in tied values that each stand for themselves', () => {
    const answer = test([[1], [1], [1], [2], [2], [2]]);
    expect(answer?.mostEpsilonSquared).toBe(1);
    expect(answer?.epsilonSquared).toBeLessThanOrEqual(1 + 1e-12);
  });

  it('has nothing to say about one group', () => {
    expect(test([[1, 2, 3], []])).toBeUndefined();
  });
});
