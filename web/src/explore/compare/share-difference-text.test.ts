import { expect, it } from 'vitest';
import { shareDifferenceText } from './share-difference-text.ts';

it.each([
  [{ value: 0.832, low: 0.794, high: 0.86 }, '+83.2\u202f%', '[79.4, 86.0]'],
  [{ value: -0.1, low: -0.2, high: 0.00001 }, '−10.0\u202f%', '[−20.0, 0.0]'],
  [{ value: 0, low: -0.0001, high: 0.01 }, '0.0\u202f%', '[0.0, 1.0]'],
])('a difference of shares %j reads %s', (difference, value, interval) => {
  expect(shareDifferenceText(difference)).toEqual({ value, interval });
});
