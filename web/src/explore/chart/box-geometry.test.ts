import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, unixMicros } from '#core/units.ts';
import { durationAxis } from '../../ui/duration-axis.ts';
import { boxBetween, boxFromPx, boxToPx, movedBox, resizedBox } from './box-geometry.ts';
import { timePlot } from './time-plot.ts';

const FROM = 1_795_410_600_000_000;
const range = { from: unixMicros(FROM), to: unixMicros(FROM + 50 * MINUTE) };
const plot = timePlot(1_084, 344, range, durationAxis('log', 12, 1_003_000));
const box = { leftPx: 300, rightPx: 500, topPx: 40, bottomPx: 100 };

describe('boxBetween', () => {
  it('takes corners in any order and stays within the plot', () => {
    expect(boxBetween(500, 100, 300, 40, plot)).toEqual(box);
    expect(boxBetween(-50, -50, 5_000, 5_000, plot)).toEqual({ leftPx: 64, rightPx: 1_064, topPx: 22, bottomPx: 322 });
  });
});

describe('movedBox', () => {
  it('keeps its size and stops at the edge', () => {
    expect(movedBox(box, 10, -5, plot)).toEqual({ leftPx: 310, rightPx: 510, topPx: 35, bottomPx: 95 });
    expect(movedBox(box, -9_999, 9_999, plot)).toEqual({ leftPx: 64, rightPx: 264, topPx: 262, bottomPx: 322 });
  });
});

describe('resizedBox', () => {
  it('moves one edge, never past the other', () => {
    expect(resizedBox(box, 'right', 20, plot)).toEqual({ ...box, rightPx: 520 });
    expect(resizedBox(box, 'right', -9_999, plot)).toEqual({ ...box, rightPx: 304 });
    expect(resizedBox(box, 'top', -9_999, plot)).toEqual({ ...box, topPx: 22 });
  });
});

describe('boxFromPx', () => {
  it('reads time and duration, the latter outward to three digits', () => {
    const { from, to, min, max } = boxFromPx(box, plot);
    expect(from).toBe(FROM + 11.8 * MINUTE);
    expect(to).toBe(FROM + 21.8 * MINUTE);
    expect([min, max]).toEqual([72_000, 931_000]);
  });

  it('holds 0 µs where it reaches into the zero lane, and only there', () => {
    const lanePx = plot.yPx(0);
    expect(boxFromPx({ ...box, bottomPx: plot.bottomPx }, plot).min).toBe(0);
    expect(boxFromPx({ ...box, topPx: lanePx - 3, bottomPx: plot.bottomPx }, plot).max).toBe(0);
    expect(boxFromPx({ ...box, bottomPx: lanePx - 8 }, plot).min).toBeGreaterThan(0);
  });

  it('encloses every trace that the box encloses on screen', () => {
    const px = fc.integer({ min: 22, max: 322 });
    fc.assert(
      fc.property(px, px, fc.integer({ min: 10, max: 1_003_000 }), (a, b, micros) => {
        const [topPx, bottomPx] = a < b ? [a, b] : [b, a];
        const { min, max } = boxFromPx({ ...box, topPx, bottomPx }, plot);
        const yPx = plot.yPx(micros);
        if (yPx > topPx && yPx < bottomPx) {
          expect(micros).toBeGreaterThanOrEqual(min);
          expect(micros).toBeLessThanOrEqual(max);
        }
      }),
    );
  });
});

describe('boxToPx', () => {
  it('keeps the durations of a box that is moved in time, however often', () => {
    const start = boxFromPx(box, plot);
    let moved = start;
    for (let i = 0; i < 100; i++)
      moved = boxFromPx(movedBox(boxToPx(moved, plot), i % 2 === 0 ? 7 : -4, 0, plot), plot);
    expect([moved.min, moved.max]).toEqual([start.min, start.max]);
  });

  it('is where the box was drawn, to the rounding of durations', () => {
    const back = boxToPx(boxFromPx(box, plot), plot);
    expect(back.leftPx).toBeCloseTo(300, 2);
    expect(back.rightPx).toBeCloseTo(500, 2);
    expect(back.topPx).toBeCloseTo(40, 0);
    expect(back.bottomPx).toBeCloseTo(100, 0);
  });

  it('reaches down to the end of the lane from 0 on', () => {
    const zero = { from: range.from, to: range.to, min: 0, max: 0 };
    const { topPx, bottomPx } = boxToPx(zero, plot);
    expect(bottomPx).toBe(plot.bottomPx);
    expect(topPx).toBeLessThan(plot.yPx(0));
  });
});
