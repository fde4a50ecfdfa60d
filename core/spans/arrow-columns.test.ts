import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantColumn } from './arrow-columns.ts';

function integersOf(values: readonly number[]): readonly bigint[] {
  const batch = instantColumn(Float64Array.from(values)).data[0];
  if (!(batch?.values instanceof BigInt64Array)) throw new Error('no integers of 64 bits');
  return [...batch.values];
}

describe('instantColumn', () => {
  it('writes the integers of 64 bits that BigInt makes of the numbers', () => {
    const whole = fc.oneof(
      fc.maxSafeInteger(),
      fc.constantFrom(0, -0, -1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, -(2 ** 32), 2 ** 53, -(2 ** 63), 2 ** 63, 1e19),
    );
    fc.assert(
      fc.property(fc.array(whole), (values) => {
        expect(integersOf(values)).toEqual(values.map((value) => BigInt.asIntN(64, BigInt(value))));
      }),
    );
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => integersOf([value])).toThrow(RangeError);
  });
});
