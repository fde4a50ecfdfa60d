import { describe, expect, it } from 'vitest';
import { numberOfText } from './number-of-text.ts';

describe('numberOfText', () => {
  it.each([
    ['0', 0],
    ['-12', -12],
    ['2.5', 2.5],
    ['0.25', 0.25],
    ['1e-7', 1e-7],
    ['1.5E+21', 1.5e21],
  ])('%s is a number', (text, number) => {
    expect(numberOfText(text)).toBe(number);
  });

  it.each(['', 'x', '007', '-01', '1,5', '0x10', '1_000', ' 1', '12345678901234567890', 'NaN', 'Infinity'])(
    '"%s" is none',
    (text) => {
      expect(numberOfText(text)).toBeNaN();
    },
  );
});
