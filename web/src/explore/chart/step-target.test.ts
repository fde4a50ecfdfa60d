import { describe, expect, it } from 'vitest';
import { stepTarget } from './step-target.ts';

describe('stepTarget', () => {
  it('steps through the points and stops at the ends', () => {
    expect(stepTarget('ArrowRight', 3, 10)).toBe(4);
    expect(stepTarget('ArrowLeft', 0, 10)).toBe(0);
    expect(stepTarget('PageDown', 90, 100)).toBe(85);
    expect(stepTarget('End', 3, 10)).toBe(9);
  });

  it('enters at the first point, or at the last backwards', () => {
    expect(stepTarget('ArrowRight', undefined, 10)).toBe(0);
    expect(stepTarget('ArrowLeft', undefined, 10)).toBe(9);
  });

  it('leaves other keys alone', () => {
    expect(stepTarget('a', 3, 10)).toBeUndefined();
  });
});
