import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatGoDuration, parseGoDuration } from './go-duration.ts';

describe('parseGoDuration', () => {
  it.each([
    ['0', 0n],
    ['0s', 0n],
    ['1s', 1_000_000_000n],
    ['1.5s', 1_500_000_000n],
    ['.5ms', 500_000n],
    ['5.ms', 5_000_000n],
    ['100us', 100_000n],
    ['100µs', 100_000n],
    ['1h2m3s4ms', 3_723_004_000_000n],
    ['-2s', -2_000_000_000n],
    ['+2ns', 2n],
  ])('reads %s', (text, nanos) => {
    expect(parseGoDuration(text)).toEqual({ ok: true, nanos });
  });

  it.each([
    ['20', 'time: missing unit in duration "20"'],
    ['abc', 'time: invalid duration "abc"'],
    ['-', 'time: invalid duration "-"'],
    ['.s', 'time: invalid duration ".s"'],
    ['1d', 'time: unknown unit "d" in duration "1d"'],
    ['1__proto__', 'time: unknown unit "__proto__" in duration "1__proto__"'],
    ['1constructor', 'time: unknown unit "constructor" in duration "1constructor"'],
    ['9999999h', 'time: invalid duration "9999999h"'],
  ])('says what is wrong with %s', (text, message) => {
    expect(parseGoDuration(text)).toEqual({ ok: false, message });
  });
});

describe('formatGoDuration', () => {
  it.each([
    [0n, '0s'],
    [999n, '999ns'],
    [1_500n, '1.5µs'],
    [-1_000_000n, '-1ms'],
    [1_002_000_000n, '1.002s'],
    [61_000_000_000n, '1m1s'],
    [3_600_500_000_000n, '1h0m0.5s'],
  ])('writes %s as %s', (nanos, text) => {
    expect(formatGoDuration(nanos)).toBe(text);
  });

  it('is read back to the nanosecond', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (nanos) => {
        expect(parseGoDuration(formatGoDuration(nanos))).toEqual({ ok: true, nanos });
      }),
    );
  });
});
