import type { Micros } from '#core/units.ts';

/** Round times from 0 to the end of a trace, at most `most` of them (at least two), evenly apart: steps of 1, 2, 2.5 or 5 times a power of ten. */
export function timeTicks(extent: Micros, most: number): readonly Micros[] {
  if (extent <= 0) return [0];
  const least = extent / Math.max(1, most - 1);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= least * (1 - 1e-9))!;
  const count = Math.floor(extent / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
