import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDifference } from './format-difference.ts';
import { formatDuration } from './format-duration.ts';

/** The special spaces as ordinary ones, for legibility; one test looks at them. */
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

describe('formatDuration', () => {
  it.each([
    [0, '0 µs'],
    [1, '1 µs'],
    [61, '61 µs'],
    [58.5, '58.5 µs'],
    [6.1, '6.1 µs'],
    [6.126, '6.13 µs'],
    [132.6, '133 µs'],
    [738, '738 µs'],
    [999, '999 µs'],
    [999.49, '999 µs'],
    [999.5, '1.00 ms'],
    [1_000, '1.00 ms'],
    [4_130, '4.13 ms'],
    [74_149, '74.1 ms'],
    [460_000, '460 ms'],
    [999_499, '999 ms'],
    [999_500, '1.00 s'],
    [1_000_000, '1.00 s'],
    [1_004_999, '1.00 s'],
    [1_700_000, '1.70 s'],
    [9_996_000, '10.0 s'],
    [59_949_999, '59.9 s'],
    [59_950_000, '1 min 00 s'],
    [60_000_000, '1 min 00 s'],
    [65_000_000, '1 min 05 s'],
    [119_600_000, '2 min 00 s'],
    [3_600_000_000, '60 min 00 s'],
    [123_456_000_000, '2 057 min 36 s'],
    [-5, '−5 µs'],
    [-1_330, '−1.33 ms'],
    [-65_000_000, '−1 min 05 s'],
    [0.25, '0.25 µs'],
    [0.001, '0.001 µs'],
    [1e-9, '0 µs'],
    [-1e-9, '0 µs'],
  ])('writes %d µs as %s', (micros, text) => {
    expect(plain(formatDuration(micros))).toBe(text);
  });

  it.each([
    [61, '61 µs'],
    [738_400, '738 ms'],
    [999_600, '1.00 s'],
    [1_000_000, '1.000 s'],
    [1_001_200, '1.001 s'],
    [12_345_678, '12.35 s'],
    [65_000_000, '1 min 05 s'],
  ])('takes four digits from one second on in detail: %d µs as %s', (micros, text) => {
    expect(plain(formatDuration(micros, { detailed: true }))).toBe(text);
  });

  it('puts a narrow space that does not break between number and unit', () => {
    expect(formatDuration(1_500)).toBe('1.50\u202fms');
    expect(formatDuration(65_000_000)).toBe('1\u202fmin\u00a005\u202fs');
  });

  it('shows a length to within half a unit of its third digit', () => {
    const perUnit = { µs: 1, ms: 1_000, s: 1_000_000 };
    fc.assert(
      fc.property(fc.double({ min: 1, max: 59e6, noNaN: true }), (micros) => {
        const [text, unit] = formatDuration(micros).split('\u202f') as [string, keyof typeof perUnit];
        expect(Math.abs(Number(text) * perUnit[unit] - micros)).toBeLessThanOrEqual(0.0051 * micros);
        expect(text.replace('.', '').length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('formatDifference', () => {
  it.each([
    [6.1, '+6.1 µs'],
    [-2, '−2 µs'],
    [0, '0 µs'],
    [1e-9, '0 µs'],
    [0.5, '+0.5 µs'],
    [144_000, '+144 ms'],
    [-31_000, '−31.0 ms'],
    [1_000_900, '+1.00 s'],
    [65_000_000, '+1 min 05 s'],
  ])('always has a sign: %d µs as %s', (micros, text) => {
    expect(plain(formatDifference(micros))).toBe(text);
  });

  it('takes four digits from one second on in detail', () => {
    expect(plain(formatDifference(1_001_200, { detailed: true }))).toBe('+1.001 s');
  });
});
