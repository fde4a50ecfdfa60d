import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannWhitney } from './mann-whitney.ts';

const ascending = (n: number, from: number) => Float64Array.from({ length: n }, (_, index) => from + 2 * index);

describe('mannWhitney', () => {
  it.each([
    [49, 49, 'exact'],
    [49, 50, 'normal'],
    [50, 49, 'normal'],
    [2, 50, 'normal'],
    [50, 2, 'normal'],
  ])('of %i against %i without ties is %s', (m, n, method) => {
    expect(mannWhitney(ascending(m, 0), ascending(n, 1))?.method).toBe(method);
  });

  it('is not exact with a single tie', () => {
    expect(mannWhitney(Float64Array.of(1, 2, 3), Float64Array.of(3, 4, 5))?.method).toBe('normal');
  });

  it('does not know which of the two comes first', () => {
    const sample = fc
      .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 })
      .map((values) => Float64Array.from(values).sort());
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const there = mannWhitney(a, b)!;
        const back = mannWhitney(b, a)!;
        expect(there.u + back.u).toBe(a.length * b.length);
        expect([back.p, back.method]).toEqual([there.p, there.method]);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
