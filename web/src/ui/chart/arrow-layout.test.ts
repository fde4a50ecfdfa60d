import { describe, expect, it } from 'vitest';
import { arrowLayout } from './arrow-layout.ts';

const texts = { amount: '+1.00 s', amountPx: 18, detail: 'shift [1.001, 1.002] s, 95 %' };
const plot = { leftPx: 100, rightPx: 1000 };

function arrow(fromPx: number, toPx: number, right = plot.rightPx) {
  const { line, anchor, hasDetail, textPx } = arrowLayout(
    fromPx,
    toPx,
    50,
    texts,
    { leftPx: toPx - 20, rightPx: toPx + 20 },
    { ...plot, rightPx: right },
  );
  return { tip: line?.tipPx, anchor, hasDetail, textPx };
}

describe('arrowLayout', () => {
  it('writes between the medians where there is room', () => {
    expect(arrow(200, 800)).toEqual({ tip: 792, anchor: 'middle', hasDetail: true, textPx: 499 });
  });

  it('writes beyond the curve where there is not', () => {
    expect(arrow(200, 280)).toEqual({ tip: 272, anchor: 'start', hasDetail: true, textPx: 314 });
  });

  it('points left for a highlight that is faster', () => {
    expect(arrow(800, 700)).toEqual({ tip: 708, anchor: 'end', hasDetail: true, textPx: 666 });
  });

  it('keeps the amount alone where the plot ends', () => {
    expect(arrow(200, 280, 350)).toEqual({ tip: 272, anchor: 'middle', hasDetail: false, textPx: 239 });
  });

  it('is no arrow between medians that are nearly one', () => {
    expect(arrow(200, 210).tip).toBeUndefined();
  });
});
