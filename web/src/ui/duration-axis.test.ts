import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AxisKind, durationAxis } from './duration-axis.ts';

const anyKind = fc.constantFrom<AxisKind>('log', 'linear');
const anyMicros = fc.double({ min: 0.001, max: 1e12, noNaN: true });

describe('the log axis', () => {
  it('goes from the decade below the smallest to twice the largest, with a lane for 0 left of a gap', () => {
    const axis = durationAxis('log', 61, 1_000_000);
    expect(axis.majors.slice(1).map(({ micros }) => micros)).toEqual([10, 100, 1000, 10_000, 100_000, 1_000_000]);
    expect(axis.max).toBeCloseTo(Math.log10(2_000_000), 12);
    expect(axis.zeroLane!.from).toBe(axis.min);
    expect(axis.zeroLane!.to).toBeLessThan(1);
    expect(axis.majors[0]!.micros).toBe(0);
  });

  it('puts 0, and what is below it, into the middle of its lane', () => {
    const axis = durationAxis('log', 5, 900);
    const middle = (axis.zeroLane!.from + axis.zeroLane!.to) / 2;
    expect([0, -1].map(axis.positionOf)).toEqual([middle, middle]);
    expect(axis.majors[0]).toEqual({ position: middle, micros: 0 });
    expect(axis.microsAt(middle)).toBe(0);
  });

  it('begins at 1 µs, however short the shortest: it stands at the floor and not with the zeros', () => {
    const axis = durationAxis('log', 0.002, 50);
    expect(axis.majors[1]).toEqual({ position: 0, micros: 1 });
    expect(axis.positionOf(0.002)).toBe(0);
    expect(axis.positionOf(0.002)).toBeGreaterThan(axis.zeroLane!.to);
  });

  it('has at least a decade', () => {
    const axis = durationAxis('log', 100, 100);
    expect([axis.majors[1]!.micros, 10 ** axis.max]).toEqual([100, 1000]);
  });

  it('goes from 1 µs to 2 ms without a latency above 0', () => {
    for (const axis of [durationAxis('log', undefined, undefined), durationAxis('log', undefined, 0)]) {
      expect(axis.majors.slice(1).map(({ micros }) => micros)).toEqual([1, 10, 100, 1000]);
      expect(10 ** axis.max).toBeCloseTo(2000, 9);
    }
  });

  it('has eight small ticks a decade, evenly at 2 to 9 times its start, up to the end', () => {
    const { minors } = durationAxis('log', 1, 20);
    expect(minors.map((position) => Math.round(10 ** position))).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 20, 30, 40]);
  });
});

describe('the linear axis', () => {
  it('goes from 0 to a little beyond the largest, in round steps', () => {
    const axis = durationAxis('linear', 61, 1_000_000);
    expect(axis).toMatchObject({ min: 0, max: 1_050_000, zeroLane: undefined, minors: [] });
    expect(axis.majors.map(({ micros }) => micros)).toEqual([0, 200_000, 400_000, 600_000, 800_000, 1_000_000]);
  });

  it('has three to six labels, in steps of 1, 2 or 5 times a power of ten', () => {
    fc.assert(
      fc.property(anyMicros, (largest) => {
        const { majors } = durationAxis('linear', undefined, largest);
        expect(majors.length).toBeGreaterThanOrEqual(3);
        expect(majors.length).toBeLessThanOrEqual(6);
        const step = majors[1]!.micros;
        const digit = Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9));
        expect([1, 2, 5]).toContain(digit);
      }),
    );
  });
});

describe('either axis', () => {
  const anyAxis = fc.tuple(anyKind, anyMicros, anyMicros).map(([kind, a, b]) => ({
    axis: durationAxis(kind, Math.min(a, b), Math.max(a, b)),
    least: Math.min(a, b),
    most: Math.max(a, b),
  }));

  it('holds every latency between its ends', () => {
    fc.assert(
      fc.property(anyAxis, fc.double({ min: 0, max: 1, noNaN: true }), ({ axis, least, most }, share) => {
        for (const micros of [0, least, least + (most - least) * share, most]) {
          expect(axis.positionOf(micros)).toBeGreaterThanOrEqual(axis.min);
          expect(axis.positionOf(micros)).toBeLessThanOrEqual(axis.max);
        }
        for (const { position } of axis.majors) {
          expect(position).toBeGreaterThanOrEqual(axis.min);
          expect(position).toBeLessThanOrEqual(axis.max);
        }
      }),
    );
  });

  it('puts the longer of two durations never left of the shorter', () => {
    fc.assert(
      fc.property(anyAxis, fc.oneof(fc.constant(0), anyMicros), anyMicros, ({ axis }, a, b) => {
        const [shorter, longer] = a < b ? [a, b] : [b, a];
        expect(axis.positionOf(longer)).toBeGreaterThanOrEqual(axis.positionOf(shorter));
      }),
    );
  });

  it('gives back the duration that stands at a position, from the floor on', () => {
    fc.assert(
      fc.property(anyAxis, anyMicros, ({ axis }, micros) => {
        const floor = axis.kind === 'log' ? axis.majors[1]!.micros : 0;
        if (micros < floor) return;
        expect(axis.microsAt(axis.positionOf(micros)) / micros).toBeCloseTo(1, 9);
      }),
    );
  });

  it('has labels at the positions of their durations, in order', () => {
    fc.assert(
      fc.property(anyAxis, ({ axis }) => {
        for (const { position, micros } of axis.majors) expect(axis.positionOf(micros)).toBeCloseTo(position, 9);
        const positions = axis.majors.map(({ position }) => position);
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
      }),
    );
  });
});
