import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount } from './format-count.ts';
import { formatP } from './format-p.ts';
import { formatShare } from './format-share.ts';

const plain = (text: string) => text.replace(/\u202f/g, ' ');

describe('formatShare', () => {
  it.each([
    [0, '0 %'],
    [1e-12, '< 0.1 %'],
    [0.00099, '< 0.1 %'],
    [0.001, '0.100 %'],
    [0.0512, '5.12 %'],
    [0.168, '16.8 %'],
    [0.5, '50.0 %'],
    [0.9994, '99.9 %'],
    [0.9995, '> 99.9 %'],
    [1 - 1e-12, '> 99.9 %'],
    [1, '100 %'],
    [1 + 1e-12, '100 %'],
    [1.002, '> 100 %'],
    [1.18, '118 %'],
    [-0.05, '−5.00 %'],
    [-0.0001, '> −0.1 %'],
  ])('writes %d as %s', (share, text) => {
    expect(plain(formatShare(share))).toBe(text);
  });

  it('says all and nothing only of all and nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(plain(formatShare(share)) === '100 %').toBe(share === 1);
        expect(plain(formatShare(share)) === '0 %').toBe(share === 0);
      }),
    );
  });
});

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [84, '84'],
    [2_855, '2 855'],
    [1_234_567, '1 234 567'],
    [-1_234, '−1 234'],
  ])('writes %d as %s', (count, text) => {
    expect(plain(formatCount(count))).toBe(text);
  });
});

describe('formatP', () => {
  it.each([
    [1, 'p = 1'],
    [0.996, 'p > 0.99'],
    [0.99, 'p = 0.99'],
    [0.5, 'p = 0.50'],
    [0.031, 'p = 0.031'],
    [0.0312, 'p = 0.031'],
    [0.05, 'p = 0.050'],
    [0.0496, 'p = 0.0496'],
    [0.05003, 'p = 0.05003'],
    [0.0500001, 'p > 0.05'],
    [0.0499999, 'p < 0.05'],
    [0.001, 'p = 0.0010'],
    [0.00099, 'p < 10⁻³'],
    [0.0001, 'p < 10⁻³'],
    [0.00009, 'p < 10⁻⁴'],
    [3e-47, 'p < 10⁻⁴⁶'],
    [1e-46, 'p < 10⁻⁴⁵'],
    [1e-305, 'p < 10⁻³⁰⁰'],
    [0, 'p < 10⁻³⁰⁰'],
  ])('writes %d as %s', (p, text) => {
    expect(formatP(p)).toBe(text);
  });
});
