import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, type UnixMicros, unixMicros } from '../units.ts';
import { CLOCK_STEPS, timeParts } from './time-parts.ts';

const NINE = unixMicros(Date.UTC(2026, 10, 23, 9) * 1000);
const at = (micros: number): UnixMicros => unixMicros(NINE + micros);

describe('timeParts', () => {
  it('cuts at round instants, so that the outer parts may be shorter', () => {
    const { edges } = timeParts({ from: at(90 * SECOND), to: at(5 * MINUTE) }, 2 * MINUTE, 0);
    expect(edges.map((edge) => (edge - NINE) / SECOND)).toEqual([90, 120, 240, 300]);
  });

  it('takes the ends of the range for edges where they are round', () => {
    const { edges } = timeParts({ from: at(0), to: at(2 * MINUTE) }, MINUTE, 0);
    expect(edges.map((edge) => (edge - NINE) / SECOND)).toEqual([0, 60, 120]);
  });

  it('is round by the clock on the wall', () => {
    const halfPastFive = 5.5 * HOUR;
    const { edges } = timeParts({ from: at(0), to: at(2 * HOUR) }, HOUR, halfPastFive);
    expect(edges.map((edge) => (edge - NINE) / MINUTE)).toEqual([0, 30, 90, 120]);
  });

  it('is without gap or overlap, and no part is longer than the step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 * HOUR }),
        fc.integer({ min: 1, max: 10 * HOUR }),
        fc.constantFrom(...CLOCK_STEPS.filter((step) => step >= MINUTE)),
        (from, length, step) => {
          const { edges } = timeParts({ from: at(from), to: at(from + length) }, step, 0);
          expect(edges[0]).toBe(at(from));
          expect(edges.at(-1)).toBe(at(from + length));
          for (let i = 1; i < edges.length; i++) {
            expect(edges[i]!).toBeGreaterThan(edges[i - 1]!);
            expect(edges[i]! - edges[i - 1]!).toBeLessThanOrEqual(step);
          }
          for (const edge of edges.slice(1, -1)) expect(edge % step).toBe(0);
        },
      ),
    );
  });
});
