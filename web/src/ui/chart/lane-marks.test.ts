import { describe, expect, it } from 'vitest';
import { laneMarks, MAX_LANE_MARKS } from './lane-marks.ts';

const lane = { middlePx: 100, heightPx: 24 };

describe('laneMarks', () => {
  it('draws every trace, within the lane', () => {
    const { kind, paths } = laneMarks(
      Float64Array.from({ length: 100 }, (_, i) => i),
      'square',
      2,
      lane,
    );
    const tops = paths.flatMap(({ d }) => [...d.matchAll(/M[-\d.]+ ([-\d.]+)/g)].map(([, y]) => Number(y)));
    expect(kind).toBe('marks');
    expect(tops).toHaveLength(100);
    expect(Math.min(...tops)).toBeGreaterThan(88);
    expect(Math.max(...tops)).toBeLessThan(112);
  });

  it('is a strip above a thousand, highest where the traces are densest', () => {
    const xs = Float64Array.from({ length: MAX_LANE_MARKS + 1 }, (_, i) => (i < 900 ? 50 : 80 + (i % 20)));
    const { kind, paths } = laneMarks(xs, 'disc', 2, lane);
    expect(kind).toBe('strip');
    expect(paths[0]!.d).toMatch(/^M47\.5 91h7v18h-7Z/);
  });

  it('keeps single traces visible in a strip', () => {
    const xs = Float64Array.from({ length: 5_000 }, (_, i) => (i === 0 ? 10 : 50));
    expect(laneMarks(xs, 'disc', 2, lane).paths[0]!.d).toContain('M10 99h2v2h-2Z');
  });
});
