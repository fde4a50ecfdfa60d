import { describe, expect, it } from 'vitest';
import { nearestPoint } from './point-pixels.ts';

const pixels = { xs: Float32Array.from([10, 20, 20, 300]), ys: Float32Array.from([10, 10, 10, 50]) };

describe('nearestPoint', () => {
  it('is the nearest within reach, and of points on one another the uppermost', () => {
    expect(nearestPoint(pixels, 11, 11, 12)).toBe(0);
    expect(nearestPoint(pixels, 19, 9, 12)).toBe(2);
  });

  it('is none out of reach', () => {
    expect(nearestPoint(pixels, 300, 63, 12)).toBeUndefined();
  });
});
