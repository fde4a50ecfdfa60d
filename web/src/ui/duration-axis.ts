import type { Micros } from '#core/units.ts';

export type AxisKind = 'log' | 'linear';

/**
 * The axis of durations that chart, lanes, list bars and drawer share. It maps µs to *axis units*, in which it is linear, so
 * that any linear scale can carry it to pixels.
 *
 *     log:     |  0  | // |10µs      100µs      1ms  …  1s    2s|      zero is an observation, not a tiny number:
 *              min  zero   floor                            max       it has a lane of its own, left of a break
 *     linear:  |0            500 ms             1.00 s          |
 */
export interface DurationAxis {
  readonly kind: AxisKind;
  /** Ends of the axis, in axis units. */
  readonly min: number;
  readonly max: number;
  /** The lane of 0 µs in axis units; `undefined` on a linear axis. */
  readonly zeroLane: { readonly from: number; readonly to: number } | undefined;
  /** Labelled gridlines. The first of a log axis is 0 in its lane. */
  readonly majors: readonly { readonly position: number; readonly micros: Micros }[];
  /** Small ticks without a label, in axis units. */
  readonly minors: readonly number[];
  /** Axis units of a duration. Below the floor: the floor; 0 and less: the middle of the zero lane. */
  readonly positionOf: (micros: Micros) => number;
  /** Duration at a position; 0 left of the floor. */
  readonly microsAt: (position: number) => Micros;
}

/** Width of the zero lane and of the gap right of it, as shares of the decades' width. */
const LANE_SHARE = 0.032;
const GAP_SHARE = 0.016;

/**
 * The axis for latencies whose smallest positive is `smallestPositive` and whose largest is `largest` (µs): from the decade
 * below the one, never under 1 µs, to twice the other (linear: from 0 to a little beyond it). Without a positive latency: as for 1 µs to 1 ms.
 */
export function durationAxis(
  kind: AxisKind,
  smallestPositive: Micros | undefined,
  largest: Micros | undefined,
): DurationAxis {
  const top = largest !== undefined && largest > 0 ? largest : 1_000;
  return kind === 'log' ? logAxis(smallestPositive ?? 1, top) : linearAxis(top);
}

function logAxis(smallestPositive: Micros, largest: Micros): DurationAxis {
  const floorDecade = Math.max(0, Math.floor(Math.log10(smallestPositive) + 1e-12));
  const max = Math.max(Math.log10(largest * 2), floorDecade + 1);
  const width = max - floorDecade;
  const zeroLane = { from: floorDecade - (LANE_SHARE + GAP_SHARE) * width, to: floorDecade - GAP_SHARE * width };
  const zero = (zeroLane.from + zeroLane.to) / 2;
  const majors: { position: number; micros: Micros }[] = [{ position: zero, micros: 0 }];
  const minors: number[] = [];
  for (let decade = floorDecade; decade <= max; decade++) {
    majors.push({ position: decade, micros: 10 ** decade });
    for (let step = 2; step <= 9; step++) {
      const position = decade + Math.log10(step);
      if (position <= max) minors.push(position);
    }
  }
  return {
    kind: 'log',
    min: zeroLane.from,
    max,
    zeroLane,
    majors,
    minors,
    positionOf: (micros) => (micros <= 0 ? zero : Math.max(Math.log10(micros), floorDecade)),
    microsAt: (position) => (position < floorDecade ? 0 : 10 ** position),
  };
}

function linearAxis(largest: Micros): DurationAxis {
  const step = niceStep(largest / 5);
  const max = largest * 1.05;
  const majors: { position: number; micros: Micros }[] = [];
  for (let i = 0; i * step <= max; i++) majors.push({ position: i * step, micros: i * step });
  return {
    kind: 'linear',
    min: 0,
    max,
    zeroLane: undefined,
    majors,
    minors: [],
    positionOf: (micros) => Math.max(0, micros),
    microsAt: (position) => Math.max(0, position),
  };
}

/** The smallest of 1, 2 and 5 times a power of ten that is at least `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * (1 - 1e-9)) ?? 10 * power;
}
