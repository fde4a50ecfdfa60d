import { describe, expect, it } from 'vitest';
import { curveLabels, type LabelCurve } from './curve-labels.ts';

const plot = { leftPx: 0, rightPx: 1000, topPx: 0, bottomPx: 200, hasLeaders: true, taken: [] };

function rising(fromPx: number, toPx: number, isHighlight = false): LabelCurve {
  return { isHighlight, xPx: (share) => fromPx + share * (toPx - fromPx) };
}

/** `name @ left` for each label, the names joined where one stands for several. */
function draw(curves: readonly LabelCurve[], options: Partial<typeof plot> = {}): string[] {
  return curveLabels(curves, { ...plot, ...options }, (cluster) => 40 * cluster.length).map(
    ({ curves: named, leftPx, leader }) =>
      `${named.join('+')} @ ${Math.round(leftPx)}${leader === undefined ? '' : ' by leader'}`,
  );
}

describe('curveLabels', () => {
  it('puts the name of the highlight left of its curve', () => {
    expect(draw([rising(800, 800, true), rising(100, 200)])).toEqual(['0 @ 751', '1 @ 127']);
  });

  it('gives curves that lie on one another one label with a leader', () => {
    expect(draw([rising(800, 800, true), rising(100, 200), rising(104, 206), rising(98, 190)])).toEqual([
      '0 @ 751',
      '1+2+3 @ 340 by leader',
    ]);
  });

  it('has no leader where there is no room for one', () => {
    expect(draw([rising(100, 200), rising(104, 206)], { hasLeaders: false })).toEqual([]);
  });

  it('goes right of a curve at the left edge', () => {
    expect(draw([rising(10, 10, true)])).toEqual(['0 @ 19']);
  });

  it('keeps away from what is taken', () => {
    const taken = [{ leftPx: 0, rightPx: 1000, topPx: 0, bottomPx: 100 }];
    const [label] = curveLabels([rising(500, 500, true)], { ...plot, taken: taken as never }, () => 40);
    expect(label!.middlePx).toBeGreaterThan(100);
  });

  it('leaves out what finds no free place', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => rising(i * 50, i * 50 + 300));
    expect(draw(crowd).length).toBeLessThan(20);
  });
});
