import { describe, expect, it } from 'vitest';
import type { PartQuantiles } from '#core/analysis/quantiles-over-time.ts';
import { unixMicros } from '#core/units.ts';
import type { TimePlot } from '../time-plot.ts';
import { lineShape } from './line-shape.ts';

/** Parts of 10 µs, 1 px a µs; durations upwards from 100 px. */
const plot = { xPx: (time: number) => time, yPx: (micros: number) => 100 - micros } as TimePlot;
const partsOf = (count: number) => ({
  step: 10,
  edges: Array.from({ length: count + 1 }, (_, i) => unixMicros(i * 10)),
});

function part(n: number, value: number, low: number | undefined, high: number | undefined): PartQuantiles {
  const estimate = { value, low, high };
  return { n, p50: estimate, p95: estimate };
}

const shapeOf = (parts: readonly (PartQuantiles | undefined)[]) =>
  lineShape(parts, partsOf(parts.length), ({ p50 }) => p50, plot);

describe('lineShape', () => {
  it('joins parts beside one another, with a band over their intervals', () => {
    expect(shapeOf([part(6, 10, 5, 20), part(6, 30, 25, 40)])).toEqual({
      line: 'M5 90L15 70',
      band: 'M5 95L15 75L15 60L5 80Z',
      points: [
        { xPx: 5, yPx: 90 },
        { xPx: 15, yPx: 70 },
      ],
      open: [],
    });
  });

  it('leaves a gap where there are fewer than six traces, or none', () => {
    const many = part(6, 10, 10, 10);
    expect(shapeOf([many, many, part(5, 10, 1, 20), many, many, undefined, many, many]).line).toBe(
      'M5 90L15 90M35 90L45 90M65 90L75 90',
    );
  });

  it('draws a part between gaps as a point with its own band', () => {
    expect(shapeOf([undefined, part(6, 10, 5, 20), undefined])).toEqual({
      line: '',
      band: 'M11 95H19V80H11Z',
      points: [{ xPx: 15, yPx: 90 }],
      open: [],
    });
  });

  it('fills no further than the estimate where the interval is open, and says so', () => {
    const { band, open } = shapeOf([part(6, 10, 5, undefined)]);
    expect(band).toBe('M1 95H9V90H1Z');
    expect(open).toEqual([{ xPx: 5, yPx: 90 }]);
  });

  it('draws nothing of nothing', () => {
    expect(shapeOf([undefined, part(1, 1, undefined, undefined)])).toEqual({
      line: '',
      band: '',
      points: [],
      open: [],
    });
  });
});
