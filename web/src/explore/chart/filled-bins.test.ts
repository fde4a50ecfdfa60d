import { describe, expect, it } from 'vitest';
import { histogram } from '../../ui/chart/histogram.ts';
import { durationAxis } from '../../ui/duration-axis.ts';
import { filledBins } from './filled-bins.ts';

const axis = durationAxis('log', 10, 1_000_000);
const of = (...latencies: number[]) => histogram(Float64Array.from(latencies), axis);

describe('filledBins', () => {
  it('names the bins with traces of any value, and counts each', () => {
    const bins = filledBins([of(100, 101), of(100, 1_000_000)], axis);
    expect(bins.map(({ counts }) => counts)).toEqual([
      [2, 1],
      [0, 1],
    ]);
    expect(bins[0]!.from).toBeLessThanOrEqual(100);
    expect(bins[0]!.to).toBeGreaterThan(101);
  });

  it('has a row of its own for 0 µs', () => {
    expect(filledBins([of(0, 0, 5000)], axis).map(({ from, to, counts }) => [from === to, ...counts])).toEqual([
      [true, 2],
      [false, 1],
    ]);
  });

  it('counts every trace once', () => {
    const all = Array.from({ length: 500 }, (_, i) => (i * i) % 900_000);
    const bins = filledBins([of(...all)], axis);
    expect(bins.reduce((sum, { counts }) => sum + counts[0]!, 0)).toBe(500);
  });

  it('is empty where there is nothing', () => {
    expect(filledBins([], axis)).toEqual([]);
    expect(filledBins([of()], axis)).toEqual([]);
  });
});
