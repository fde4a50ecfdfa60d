import { describe, expect, it } from 'vitest';
import { nextHighlighted } from './next-highlighted.ts';
import { nextSort } from './next-sort.ts';

describe('nextSort', () => {
  it('begins with what is looked for first', () => {
    const newest = { column: 'time', direction: 'descending' } as const;
    expect(nextSort(newest, 'duration')).toEqual({ column: 'duration', direction: 'descending' });
    expect(nextSort(newest, 'root')).toEqual({ column: 'root', direction: 'ascending' });
  });

  it('turns round on the second click and back on the third', () => {
    const slowest = nextSort({ column: 'time', direction: 'descending' }, 'duration');
    const fastest = nextSort(slowest, 'duration');
    expect(fastest).toEqual({ column: 'duration', direction: 'ascending' });
    expect(nextSort(fastest, 'duration')).toEqual(slowest);
  });
});

describe('nextHighlighted', () => {
  const order = Int32Array.of(9, 4, 7, 2);

  it('finds the next one below', () => {
    expect(nextHighlighted(order, new Set([4, 2]), 1)).toBe(3);
  });

  it('finds the first from nowhere', () => {
    expect(nextHighlighted(order, new Set([9, 2]), -1)).toBe(0);
  });

  it('begins anew after the last', () => {
    expect(nextHighlighted(order, new Set([4]), 3)).toBe(1);
    expect(nextHighlighted(order, new Set([4]), 1)).toBe(1);
  });

  it('finds nothing where nothing is highlighted', () => {
    expect(nextHighlighted(order, new Set([5]), 0)).toBeUndefined();
    expect(nextHighlighted(new Int32Array(0), new Set([5]), -1)).toBeUndefined();
  });
});
