import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countDifferences } from './count-differences.ts';

const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();
const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 2_000_000 }));

it.each([
  ['sides alike', { minLength: 1, maxLength: 20 }, { minLength: 1, maxLength: 20 }],
  ['a much shorter', { minLength: 1, maxLength: 3 }, { minLength: 60, maxLength: 90 }],
  ['b much shorter', { minLength: 60, maxLength: 90 }, { minLength: 1, maxLength: 3 }],
])('counts as going over every pair does: %s', (_name, lengthsOfA, lengthsOfB) => {
  fc.assert(
    fc.property(fc.array(value, lengthsOfA), fc.array(value, lengthsOfB), value, (valuesA, valuesB, threshold) => {
      const differences = valuesA.flatMap((a) => valuesB.map((b) => a - b));
      const atMost = differences.filter((difference) => difference <= threshold);
      const above = differences.filter((difference) => difference > threshold);
      expect(countDifferences(ascending(valuesA), ascending(valuesB), threshold)).toEqual({
        count: atMost.length,
        below: Math.max(...atMost),
        above: Math.min(...above),
      });
    }),
  );
});
