import { describe, expect, it } from 'vitest';
import { MINUTE, unixMicros } from '#core/units.ts';
import { durationAxis } from '../../ui/duration-axis.ts';
import { heatmapGrid } from './heatmap-grid.ts';

const NINE = unixMicros(Date.UTC(2026, 10, 23, 9) * 1000);
const range = { from: NINE, to: unixMicros(NINE + 4 * MINUTE) };
const axis = durationAxis('log', 10, 1_000_000);

function gridOf(drawn: readonly { readonly minute: number; readonly latency: number; readonly isPicked?: boolean }[]) {
  const points = {
    trace: Int32Array.from(drawn.keys()),
    time: Float64Array.from(drawn, ({ minute }) => NINE + minute * MINUTE),
    latency: Float64Array.from(drawn, ({ latency }) => latency),
    group: new Int32Array(drawn.length),
    isPicked: Uint8Array.from(drawn, ({ isPicked = true }) => Number(isPicked)),
  };
  return heatmapGrid(points, (point) => points.latency[point]! > 500_000, range, axis, 0);
}

describe('heatmapGrid', () => {
  it('counts by part of the time and stretch of durations, the slowest first', () => {
    const { parts, rows } = gridOf([
      { minute: 0, latency: 1_000_000 },
      { minute: 3.99, latency: 100 },
      { minute: 4, latency: 100 },
      { minute: 1.5, latency: 0 },
    ]);
    expect(parts.step).toBe(MINUTE / 2);
    expect(rows.map(({ counts }) => counts.join(' '))).toEqual([
      '1 0 0 0 0 0 0 0',
      '0 0 0 0 0 0 0 2',
      '0 0 0 1 0 0 0 0',
    ]);
    expect(rows.map(({ highlighted }) => highlighted[0])).toEqual([1, 0, 0]);
    expect(rows[0]!.from).toBeLessThanOrEqual(1_000_000);
    expect(rows[1]!.from).toBeLessThanOrEqual(100);
    expect(rows[1]!.to).toBeGreaterThan(100);
    expect([rows[2]!.from, rows[2]!.to]).toEqual([0, 0]);
  });

  it('leaves out what is not picked', () => {
    expect(gridOf([{ minute: 1, latency: 100, isPicked: false }]).rows).toEqual([]);
  });

  it('counts everything that is picked once', () => {
    const drawn = Array.from({ length: 3000 }, (_, i) => ({ minute: (i * 7919) % 4, latency: (i * i) % 900_000 }));
    const { rows } = gridOf(drawn);
    expect(rows.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0)).toBe(3000);
    expect(rows.length).toBeLessThanOrEqual(16);
  });
});
