import type { DurationAxis } from '../duration-axis.ts';

/**
 * The axis with a lane for 0 µs that is at least `lanePx` wide, and at least `gapPx` away from the floor, where it is drawn
 * `lengthPx` long: on a short axis the shares of `durationAxis` would lay `0` and the first label on one another.
 */
export function withZeroLane(axis: DurationAxis, lengthPx: number, lanePx: number, gapPx: number): DurationAxis {
  if (axis.zeroLane === undefined || lengthPx <= 2 * (lanePx + gapPx)) return axis;
  const floor = axis.majors[1]!.position;
  const unitsPerPx = (axis.max - floor) / (lengthPx - lanePx - gapPx);
  const gap = Math.max(floor - axis.zeroLane.to, gapPx * unitsPerPx);
  const lane = Math.max(axis.zeroLane.to - axis.zeroLane.from, lanePx * unitsPerPx);
  const zeroLane = { from: floor - gap - lane, to: floor - gap };
  const zero = (zeroLane.from + zeroLane.to) / 2;
  return {
    ...axis,
    min: zeroLane.from,
    zeroLane,
    majors: axis.majors.map((major) => (major.micros === 0 ? { ...major, position: zero } : major)),
    positionOf: (micros) => (micros <= 0 ? zero : axis.positionOf(micros)),
  };
}
