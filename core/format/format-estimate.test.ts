import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEstimate } from './format-estimate.ts';
import { formatEstimatedDifference } from './format-estimated-difference.ts';
import { formatInterval } from './format-interval.ts';

const plain = (text: string): string => text.replace(/\u202f/g, ' ');

describe('an estimate beside its interval', () => {
  it.each([
    [1_002_800, 1_002_700, 1_002_900, '1.0028 s', '[1.0027, 1.0029]'],
    [1_001_200, 1_000_600, 1_002_400, '1.001 s', '[1.001, 1.002]'],
    [61, 56, 68, '61 µs', '[56, 68]'],
    [738, 219, undefined, '738 µs', '[219, ∞)'],
    [65_000_000, 63_000_000, 71_500_000, '1 min\u00a005 s', '[63.00, 71.50] s'],
  ])('%d in [%d, %d] reads %s %s', (value, low, high, estimate, interval) => {
    expect(plain(formatEstimate({ value, low, high }))).toBe(estimate);
    expect(plain(formatInterval({ value, low, high }))).toBe(interval);
  });

  it('has a sign where it is a difference', () => {
    expect(plain(formatEstimatedDifference({ value: 1_000_700, low: 1_000_600, high: 1_000_800 }))).toBe('+1.0007 s');
    expect(plain(formatEstimatedDifference({ value: -2, low: -9, high: 5 }))).toBe('\u22122 µs');
    expect(plain(formatEstimatedDifference({ value: 0, low: -8, high: 8 }))).toBe('0 µs');
  });

  it('is never seen outside of its interval', () => {
    const micros = fc.integer({ min: 0, max: 59_000_000 });
    fc.assert(
      fc.property(micros, micros, micros, (a, b, c) => {
        const [low, value, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const shown = Number(
          plain(formatEstimate({ value, low, high }))
            .replace(/ (?=\d)/g, '')
            .split(' ')[0],
        );
        const [lowShown, highShown] = plain(formatInterval({ value, low, high }))
          .slice(1, -1)
          .split(', ')
          .map((end) => Number(end.replace(/ /g, '')));
        expect(shown).toBeGreaterThanOrEqual(lowShown!);
        expect(shown).toBeLessThanOrEqual(highShown!);
      }),
      { numRuns: 2000 },
    );
  });
});
