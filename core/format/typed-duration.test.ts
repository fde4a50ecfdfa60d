import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTypedDuration, typedDuration } from './typed-duration.ts';

describe('parseTypedDuration', () => {
  it.each<[string, number]>([
    ['1.2s', 1_200_000],
    ['100ms', 100_000],
    ['500us', 500],
    ['500µs', 500],
    ['500μs', 500],
    ['1m30s', 90_000_000],
    ['1h', 3_600_000_000],
    ['.5ms', 500],
    ['2.ms', 2000],
    [' 1.5 ms ', 1500],
    ['0', 0],
    ['0s', 0],
    ['0.0004ms', 0],
    ['0.0005ms', 1],
  ])('reads %j', (text, micros) => {
    expect(parseTypedDuration(text)).toBe(micros);
  });

  it.each(['', ' ', '5', '1,5s', 's', '-1s', '1 s 2', '1d', '1e3ms', 'fast', '1s!', '99999999999999h'])(
    'does not take %j for a duration',
    (text) => {
      expect(parseTypedDuration(text)).toBeUndefined();
    },
  );
});

describe('typedDuration', () => {
  it.each<[number, string]>([
    [0, '0us'],
    [999, '999us'],
    [1500, '1.5ms'],
    [100_000, '100ms'],
    [1_200_000, '1.2s'],
    [90_000_000, '90s'],
    [1_000_001, '1.000001s'],
  ])('writes %d µs', (micros, text) => {
    expect(typedDuration(micros)).toBe(text);
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (micros) => {
        expect(parseTypedDuration(typedDuration(micros))).toBe(micros);
      }),
    );
  });
});
