import { describe, expect, it } from 'vitest';
import { heatmap, heatmapCellAt, heatmapShades } from './heatmap.ts';

const plot = { leftPx: 10, rightPx: 34, topPx: 20, bottomPx: 36 };
const pixels = { xs: Float32Array.of(10, 17, 18, 34, 200), ys: Float32Array.of(20, 27, 20, 36, 0) };

describe('the heatmap', () => {
  const map = heatmap(pixels, (point) => point === 1 || point === 3, plot);

  it('counts every point once, those beyond the edge in the nearest cell', () => {
    expect(map.columns).toBe(3);
    expect([...map.counts]).toEqual([2, 1, 1, 0, 0, 1]);
    expect([...map.highlighted]).toEqual([1, 0, 0, 0, 0, 1]);
    expect(map.most).toBe(2);
  });

  it('tells what the cell of a place holds', () => {
    expect(heatmapCellAt(map, 12, 22, plot)).toEqual({ count: 2, highlighted: 1 });
    expect(heatmapCellAt(map, 20, 35, plot)).toEqual({ count: 0, highlighted: 0 });
  });

  it('is drawn darker where there are more, by square roots', () => {
    const shades = heatmapShades(map, plot);
    expect(shades.map(({ d }) => d.split('M').length - 1)).toEqual([3, 1]);
    expect(shades[0]!.opacity).toBeLessThan(shades[1]!.opacity);
    expect(shades[1]!.d).toBe('M10 20h8v8h-8z');
  });
});
