import { describe, expect, it } from 'vitest';
import { wilcoxonCounts, wilcoxonTotal } from './wilcoxon-counts.ts';

/** The same coefficients in whole numbers of any size, by the recurrence that splits on the largest value's sample. */
function slowTwin(sizes: number): (m: number, n: number) => readonly bigint[] {
  const table: bigint[][][] = [];
  for (let m = 0; m <= sizes; m++) {
    table.push([]);
    for (let n = 0; n <= sizes; n++) {
      const withoutA = table[m - 1]?.[n] ?? [];
      const withoutB = table[m]?.[n - 1] ?? [];
      table[m]!.push(
        m === 0 || n === 0
          ? [1n]
          : Array.from({ length: m * n + 1 }, (_, w) => (withoutA[w - n] ?? 0n) + (withoutB[w] ?? 0n)),
      );
    }
  }
  return (m, n) => table[m]![n]!;
}

describe('wilcoxonCounts', () => {
  it('lists the orders of two against two', () => {
    expect([...wilcoxonCounts(2, 2)]).toEqual([1, 1, 2]);
    expect(wilcoxonTotal(2, 2)).toBe(6);
  });

  it('does not mind which sample comes first', () => {
    expect(wilcoxonCounts(3, 7)).toEqual(wilcoxonCounts(7, 3));
    expect(wilcoxonTotal(3, 7)).toBe(wilcoxonTotal(7, 3));
  });

  it('stays right to 1e-12 for every size below 50', () => {
    const twin = slowTwin(25);
    for (let m = 1; m <= 25; m++) {
      for (let n = m; n <= 25; n++) {
        wilcoxonCounts(m, n).forEach((count, w) => {
          const exact = Number(twin(m, n)[w]);
          if (Math.abs(count - exact) > 1e-12 * exact) expect.fail(`W = ${w} of ${m}, ${n}: ${count}, not ${exact}`);
        });
      }
    }
  });

  it('sums up to all orders of 49 against 49', () => {
    // An odd number of pairs: the two halves are mirror images.
    const half = wilcoxonCounts(49, 49).reduce((sum, count) => sum + count, 0);
    expect(Math.abs((2 * half) / wilcoxonTotal(49, 49) - 1)).toBeLessThan(1e-12);
  });
});
