import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationAxis } from '../duration-axis.ts';
import { binOf, highestShare, histogram } from './histogram.ts';
import { histogramPath } from './histogram-path.ts';

const log = durationAxis('log', 10, 1_000_000);
const linear = durationAxis('linear', undefined, 1000);

describe('a histogram', () => {
  it('counts every trace once, in the bin that the axis shows it in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 })), (micros) => {
        const latencies = Float64Array.from(micros).sort();
        const { counts, zeros, edges } = histogram(latencies, log);
        expect(counts.reduce((sum, count) => sum + count, zeros)).toBe(micros.length);
        for (const latency of latencies) {
          if (latency === 0) continue;
          const bin = binOf({ edges }, log.positionOf(latency))!;
          expect(counts[bin]).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('keeps 0 µs apart on a logarithmic axis alone', () => {
    expect(histogram(Float64Array.of(0, 0, 50), log).zeros).toBe(2);
    const { zeros, counts } = histogram(Float64Array.of(0, 0, 50), linear);
    expect([zeros, counts[0]]).toEqual([0, 2]);
  });

  it('has no bin where there is nothing but the zero lane', () => {
    const { edges } = histogram(Float64Array.of(), log);
    expect(binOf({ edges }, log.zeroLane!.from)).toBeUndefined();
    expect(binOf({ edges }, log.max)).toBe(edges.length - 2);
  });

  it('is as high as the largest share of any group', () => {
    const shares = [Float64Array.of(50, 50, 900), Float64Array.of(0, 50), Float64Array.of()];
    expect(highestShare(shares.map((latencies) => histogram(latencies, log)))).toBeCloseTo(2 / 3);
    expect(highestShare([])).toBe(0);
  });

  it('is drawn as steps on the axis', () => {
    const scale = { xPx: (position: number) => position * 100, yPx: (height: number) => 100 - height * 100 };
    const { curve, zeroBar } = histogramPath(histogram(Float64Array.of(0, 1, 1, 1), log), log, scale, 1);
    expect(curve).toMatch(/^M100 100V25H[\d.]+V100$/);
    expect(zeroBar).toMatch(/V75H/);
    expect(histogramPath(histogram(Float64Array.of(), log), log, scale, 1)).toEqual({ curve: '', zeroBar: '' });
  });
});
