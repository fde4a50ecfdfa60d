import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInterval } from './format-interval.ts';
import { formatShareInterval } from './format-share-interval.ts';

const plain = (text: string) => text.replace(/\u202f/g, ' ');

describe('formatInterval', () => {
  it.each([
    { why: 'as many digits as it takes', value: 1_001_000, low: 1_001_000, high: 1_002_000, text: '[1.001, 1.002]' },
    { why: 'up to five', value: 1_002_800, low: 1_002_700, high: 1_002_900, text: '[1.0027, 1.0029]' },
    { why: 'and no more', value: 1_002_801, low: 1_002_801, high: 1_002_803, text: '[1.0028, 1.0028]' },
    { why: 'as many as the estimate has', value: 1_350_000, low: 1_200_000, high: 1_500_000, text: '[1.200, 1.500]' },
    { why: 'whole µs stay whole', value: 61, low: 56, high: 68, text: '[56, 68]' },
    { why: 'half µs do not', value: 58.5, low: 52.5, high: 66, text: '[52.5, 66]' },
    { why: 'the unit is that of the estimate', value: 132.6, low: 107, high: 7_310, text: '[107, 7 310]' },
    { why: 'here too', value: 1_100_000, low: 900_000, high: 62_000_000, text: '[0.9000, 62.00]' },
    { why: 'and for what is tiny in it', value: 1_100_000, low: 50, high: 1_200_000, text: '[0.0001, 1.200]' },
    { why: 'zero is zero', value: 12, low: -1, high: 25, text: '[−1, 25]' },
    { why: 'both below', value: -23, low: -34, high: -13, text: '[−34, −13]' },
    { why: 'an estimate of 0 counts in µs', value: 0, low: -8, high: 8, text: '[−8, 8]' },
    { why: 'ends that are one', value: 1_000_000, low: 1_000_000, high: 1_000_000, text: '[1.000, 1.000]' },
    { why: 'no upper end', value: 738, low: 219, high: undefined, text: '[219, ∞)' },
    { why: 'no upper end, as detailed', value: 1_003_000, low: 1_003_000, high: undefined, text: '[1.003, ∞)' },
    { why: 'no lower end', value: 3, low: undefined, high: 5, text: '(−∞, 5]' },
    { why: 'no end', value: 3, low: undefined, high: undefined, text: '' },
    { why: 'minutes', value: 65_000_000, low: 63_000_000, high: 71_500_000, text: '[63.00, 71.50] s' },
    { why: 'minutes, open', value: 65_000_000, low: 63_000_000, high: undefined, text: '[63.00, ∞) s' },
  ])('$text: $why', ({ value, low, high, text }) => {
    expect(plain(formatInterval({ value, low, high }))).toBe(text);
  });

  it('never shows two ends alike while five digits can tell them apart', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1_000, max: 59e6, noNaN: true }),
        fc.double({ min: 1.0002, max: 10, noNaN: true }),
        (low, ratio) => {
          const [lowText, highText] = formatInterval({ value: low, low, high: low * ratio })
            .slice(1, -1)
            .split(', ');
          expect(lowText).not.toBe(highText);
        },
      ),
    );
  });
});

describe('formatShareInterval', () => {
  it.each([
    { low: 0.957, high: 1, text: '[95.7, 100]' },
    { low: 0, high: 0.043, text: '[0, 4.30]' },
    { low: 0.412, high: 0.588, text: '[41.2, 58.8]' },
    { low: 0.98, high: 0.99962, text: '[98.00, 99.96]' },
    { low: 0.99991, high: 0.99996, text: '[99.991, 99.996]' },
    { low: 0.9, high: 0.9999999, text: '[90.000, 99.999]' },
    { low: undefined, high: undefined, text: '[0, 100]' },
  ])('$text', ({ low, high, text }) => {
    expect(formatShareInterval({ low, high })).toBe(text);
  });
});
