import fc from 'fast-check';
import { expect, it } from 'vitest';
import { microsBetween, v3Instant } from './v3-nanos.ts';

const LAST = 1000n * 2n ** 53n - 1n;
/** Nanoseconds whose microseconds a double holds: until the year 2255. */
const nanos = fc.bigInt({ min: 0n, max: LAST });

it('reads nanoseconds to the last digit', () => {
  fc.assert(
    fc.property(nanos, (wire) => {
      const expected = { micros: Number(wire / 1000n), nanos: Number(wire % 1000n) };
      expect(v3Instant(String(wire))).toEqual(expected);
      expect(v3Instant(`0${wire}`)).toEqual(expected);
    }),
    { numRuns: 10_000 },
  );
  expect(v3Instant('1795424400000000999')).toEqual({ micros: 1_795_424_400_000_000, nanos: 999 });
});

it('reads a number, and nothing as 0', () => {
  expect(v3Instant(1_234_567)).toEqual({ micros: 1234, nanos: 567 });
  expect(v3Instant(1.5)).toEqual({ micros: 0, nanos: 1 });
  expect(v3Instant(undefined)).toEqual({ micros: 0, nanos: 0 });
  expect(v3Instant(null)).toEqual({ micros: 0, nanos: 0 });
});

it('takes the microseconds between two instants as integers are divided, not as those of each', () => {
  fc.assert(
    fc.property(nanos, fc.bigInt({ min: -10_000n, max: 10_000n }), (start, duration) => {
      const end = start + duration < 0n || start + duration > LAST ? start : start + duration;
      const between = microsBetween(v3Instant(String(start)), v3Instant(String(end)));
      expect(between).toBe(Number((end - start) / 1000n));
    }),
    { numRuns: 10_000 },
  );
  expect(microsBetween(v3Instant('1999'), v3Instant('3000'))).toBe(1);
  expect(microsBetween(v3Instant('1000'), v3Instant('999'))).toBe(0);
});
