import { describe, expect, it } from 'vitest';
import { readQuantity } from './quantity.ts';

describe('a quantity', () => {
  it.each([
    ['100m', 0.1],
    ['2', 2],
    [2, 2],
    ['0.5', 0.5],
    ['128Mi', 134_217_728],
    ['1Gi', 2 ** 30],
    ['1G', 1e9],
    ['1e3', 1000],
    ['5k', 5000],
  ])('%s is %d', (text, value) => {
    expect(readQuantity(text)).toBeCloseTo(value, 9);
  });

  it.each(['', '768MB', '1 Gi', '-1', '1gi', '1KI', 'lots', 'Mi'])('is not %j', (text) => {
    expect(readQuantity(text)).toBeUndefined();
  });
});
