import { describe, expect, it } from 'vitest';
import type { MarkShape } from './group-styles.ts';
import { markPath } from './mark-path.ts';

describe('markPath', () => {
  it.each<[MarkShape, string]>([
    ['diamond', 'M10 7L33 30L10 53L-13 30Z'],
    ['square', 'M-6 14H26V46H-6Z'],
    ['triangle', 'M10 10L30 47H-10Z'],
    ['disc', 'M-8 30A18 18 0 1 1 28 30A18 18 0 1 1 -8 30Z'],
  ])('outlines a %s around its middle', (shape, path) => {
    expect(markPath(shape, 20, 10, 30)).toBe(path);
  });

  it('outlines the hollow marks like the full ones', () => {
    expect(markPath('ring', 4)).toBe(markPath('disc', 4));
    expect(markPath('box', 4)).toBe(markPath('square', 4));
    expect(markPath('delta', 4)).toBe(markPath('triangle', 4));
  });

  it('rounds to hundredths of a pixel, and is closed, so that outlines can be strung together', () => {
    expect(markPath('square', 1 / 3)).toBe('M-0.27 -0.27H0.27V0.27H-0.27Z');
  });
});
