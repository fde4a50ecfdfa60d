import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecdfPath } from './ecdf-path.ts';

const scale = { xPx: (micros: number) => micros, yPx: (share: number) => 100 - 100 * share };

/** The height of the path at an x, by walking its commands. */
function heightAt(path: string, xPx: number): number | undefined {
  let height: number | undefined;
  for (const [, command, rest] of path.matchAll(/([MVH])([^MVH]+)/g)) {
    const numbers = rest!.trim().split(' ').map(Number);
    if (command === 'M') {
      if (numbers[0]! > xPx) return undefined;
      height = numbers[1];
    } else if (command === 'V') height = numbers[0];
    else if (numbers[0]! > xPx) return height;
  }
  return height;
}

describe('ecdfPath', () => {
  it('steps up at each latency and goes on to the end', () => {
    expect(ecdfPath(Float64Array.from([10, 20, 20, 40]), scale, 90)).toBe('M10 100V75H20V25H40V0H90');
  });

  it('is nothing without traces', () => {
    expect(ecdfPath(new Float64Array(), scale, 90)).toBe('');
  });

  it('stays within a quarter of a pixel of the exact curve when there are many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 5, max: 85 }), (seed, atPx) => {
        const latencies = Float64Array.from({ length: 3_000 }, (_, i) => ((i * 7_919 + seed) % 8_009) / 100).sort();
        const drawn = heightAt(ecdfPath(latencies, scale, 90), atPx)!;
        const shareAt = (x: number): number => latencies.filter((value) => value <= x).length / latencies.length;
        expect(drawn).toBeLessThanOrEqual(scale.yPx(shareAt(atPx - 0.26)) + 0.01);
        expect(drawn).toBeGreaterThanOrEqual(scale.yPx(shareAt(atPx + 0.26)) - 0.01);
      }),
      { numRuns: 30 },
    );
  });

  it('has no more steps than quarters of a pixel when there are many', () => {
    const latencies = Float64Array.from({ length: 100_000 }, (_, i) => i / 1_000);
    expect(ecdfPath(latencies, scale, 120).match(/V/g)!.length).toBeLessThanOrEqual(401);
  });
});
