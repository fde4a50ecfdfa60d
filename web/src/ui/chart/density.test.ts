import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationAxis } from '../duration-axis.ts';
import { density } from './density.ts';

const axis = durationAxis('log', 20, 1_000_000);

function area({ positions, values, zero }: ReturnType<typeof density>): number {
  const step = positions[1]! - positions[0]!;
  const curve = (values.reduce((sum, value) => sum + value, 0) - values[0]! / 2) * step;
  return curve + zero * (axis.zeroLane!.to - axis.zeroLane!.from);
}

describe('density', () => {
  it('has an area of one, counting the bar of zeros', () => {
    const latency = fc.oneof(fc.constant(0), fc.integer({ min: 50, max: 500 }));
    fc.assert(
      fc.property(fc.array(latency, { minLength: 1, maxLength: 60 }), (latencies) => {
        const total = area(density(Float64Array.from(latencies).sort(), axis));
        expect(total).toBeCloseTo(1, 3);
      }),
    );
  });

  it('peaks where the traces are', () => {
    const { positions, values } = density(Float64Array.from([90, 100, 100, 100, 110]), axis);
    const peak = values.indexOf(values.reduce((a, b) => Math.max(a, b)));
    expect(positions[peak]).toBeCloseTo(2, 1);
  });

  it('draws traces that do not vary with the least bandwidth, not as a needle', () => {
    const { values } = density(new Float64Array(50).fill(1_000), axis);
    expect(values.filter((value) => value > 0).length).toBeGreaterThan(10);
  });

  it('keeps 0 µs out of the curve', () => {
    const { values, zero } = density(new Float64Array(4), axis);
    expect(values.every((value) => value === 0)).toBe(true);
    expect(zero * (axis.zeroLane!.to - axis.zeroLane!.from)).toBeCloseTo(1);
  });

  it('equals the sum of the kernels one by one', () => {
    const latencies = Float64Array.from([50, 60, 80, 200, 900]);
    const { positions, values } = density(latencies, axis);
    const units = [...latencies].map(Math.log10);
    const mean = units.reduce((a, b) => a + b) / 5;
    const deviation = Math.sqrt(units.reduce((sum, unit) => sum + (unit - mean) ** 2, 0) / 4);
    const spread = (Math.log10(200) - Math.log10(60)) / 1.34;
    const bandwidth = 0.9 * Math.min(deviation, spread) * 5 ** -0.2;
    const slow = (at: number): number =>
      units.reduce((sum, unit) => sum + Math.exp(-0.5 * ((at - unit) / bandwidth) ** 2), 0) /
      (5 * bandwidth * Math.sqrt(2 * Math.PI));
    for (const i of [150, 200, 256]) expect(values[i]).toBeCloseTo(slow(positions[i]!), 1);
  });
});
