import { expect, it } from 'vitest';
import { logGamma } from './log-gamma.ts';

it('is the logarithm of the factorial at whole numbers', () => {
  let factorial = 1;
  for (let n = 1; n <= 170; n++) {
    expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(1e-14 * Math.max(1, Math.log(factorial)));
    factorial *= n;
  }
});

it('is ln √π at ½ and satisfies Γ(x + 1) = x Γ(x) across the change of method', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  for (const x of [0.001, 0.7, 8.9, 9.1, 9.999, 10.001, 50_000]) {
    expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-15 * Math.max(10, logGamma(x + 1)));
  }
});
