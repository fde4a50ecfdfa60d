import { describe, expect, it } from 'vitest';
import { panelAt, panelCorner, panelsLayout } from './panels-layout.ts';

describe('panelsLayout', () => {
  it.each([
    [326, 5, 1],
    [600, 5, 2],
    [1078, 9, 4],
    [1078, 3, 3],
    [100, 2, 1],
  ])('in %d px, of %d panels, has %d beside one another', (widthPx, count, columns) => {
    expect(panelsLayout(widthPx, count).columns).toBe(columns);
  });

  it('fills the width and holds every panel, without overlap', () => {
    const layout = panelsLayout(1000, 7);
    const corners = Array.from({ length: 7 }, (_, i) => panelCorner(layout, i));
    const { widthPx, heightPx } = layout.panel;
    expect(Math.max(...corners.map(({ xPx }) => xPx + widthPx))).toBeCloseTo(1000);
    expect(Math.max(...corners.map(({ yPx }) => yPx + heightPx))).toBe(layout.heightPx);
    for (const [i, a] of corners.entries()) {
      for (const b of corners.slice(i + 1)) {
        expect(Math.abs(a.xPx - b.xPx) >= widthPx || Math.abs(a.yPx - b.yPx) >= heightPx).toBe(true);
      }
    }
  });

  it('tells which panel is at a place', () => {
    const layout = panelsLayout(1000, 7);
    for (let i = 0; i < 7; i++) {
      const { xPx, yPx } = panelCorner(layout, i);
      expect(panelAt(layout, xPx + 5, yPx + 5, 7)).toBe(i);
      expect(panelAt(layout, xPx + layout.panel.widthPx - 5, yPx + layout.panel.heightPx - 5, 7)).toBe(i);
    }
    expect(panelAt(layout, 999, layout.heightPx - 1, 7)).toBeUndefined();
    expect(panelAt(layout, -5, -5, 7)).toBe(0);
  });
});
