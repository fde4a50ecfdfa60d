import { DAY, HOUR, MINUTE, type Micros, SECOND, type UnixMicros, unixMicros } from '../units.ts';

/** Lengths that divide a clock or a calendar into parts that people name, ascending. */
export const CLOCK_STEPS: readonly Micros[] = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 28].map((n) => n * DAY),
];

/** A range cut at round instants of the wall clock: part `i` is from `edges[i]` to before `edges[i + 1]`, the last with its end. */
export interface TimeParts {
  readonly step: Micros;
  /** Ascending; the first and the last are the ends of the range, so that the outer parts may be shorter than `step`. */
  readonly edges: readonly UnixMicros[];
}

/**
 * A range in parts of one length.
 *
 *     range        |—————————————————————————|
 *     clock      |      |      |      |      |      |      every `step`, in the wall clock's time
 *     parts        |————|——————|——————|——————|
 *
 * @param step µs, one of `CLOCK_STEPS`
 * @param offset of the wall clock from UTC, µs
 */
export function timeParts(
  range: { readonly from: UnixMicros; readonly to: UnixMicros },
  step: Micros,
  offset: Micros,
): TimeParts {
  const { from, to } = range;
  const edges: UnixMicros[] = [from];
  const first = Math.floor((from + offset) / step) * step + step - offset;
  for (let at = first; at < to; at += step) edges.push(unixMicros(at));
  if (to > from) edges.push(to);
  return { step, edges };
}
