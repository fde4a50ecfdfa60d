import type { Micros, UnixMicros } from '../units.ts';
import type { Estimate } from './estimate.ts';
import type { Points } from './explore-answer.ts';
import { quantileEstimate } from './quantile-estimate.ts';
import { CLOCK_STEPS, type TimeParts, timeParts } from './time-parts.ts';

/** What the traces of one line tell in one part of the time; without a trace nothing. */
export interface PartQuantiles {
  readonly n: number;
  readonly p50: Estimate;
  readonly p95: Estimate;
}

export interface QuantilesOverTime {
  readonly parts: TimeParts;
  /** Per line, then per part; `undefined` where the line has no trace. */
  readonly lines: readonly (readonly (PartQuantiles | undefined)[])[];
}

/** Fewer traces than this have no interval of the median: too few to be a point of a line. */
export const LEAST_IN_PART = 6;

/** As many parts as can be told apart and stepped through. */
const MOST_PARTS = 40;
/** With fewer there is hardly anything over time. */
const LEAST_PARTS = 4;
/** So much of what is drawn should not be a gap. */
const ENOUGH = 0.8;

/**
 * How p50 and p95 of each line went over the time, in equal parts: the shortest of the clock's steps (at most 40 parts) with which
 * four in five of the lines' parts that have traces have at least six, else the longest with which there are four parts.
 * O(n log n) in the traces.
 *
 * @param points in the order of time
 * @param lineOfGroup per group of the points: its line, or −1 where it is in none
 * @param lines how many there are
 * @param offset of the wall clock from UTC, µs: parts begin at round instants of it
 */
export function quantilesOverTime(
  points: Pick<Points, 'time' | 'latency' | 'group'>,
  lineOfGroup: readonly number[],
  lines: number,
  range: { readonly from: UnixMicros; readonly to: UnixMicros },
  offset: Micros,
): QuantilesOverTime {
  const { parts, counts } = chosenParts(points, lineOfGroup, lines, range, offset);
  const length = parts.edges.length - 1;
  const latencies = Array.from(counts, (count) => new Float64Array(count));
  const filled = new Int32Array(counts.length);
  forEachPoint(points, lineOfGroup, parts, (i, line, part) => {
    const cell = line * length + part;
    latencies[cell]![filled[cell]!++] = points.latency[i]!;
  });
  const quantilesOf = (values: Float64Array): PartQuantiles | undefined => {
    if (values.length === 0) return undefined;
    values.sort();
    return { n: values.length, p50: quantileEstimate(values, 0.5), p95: quantileEstimate(values, 0.95) };
  };
  return {
    parts,
    lines: Array.from({ length: lines }, (_, line) =>
      latencies.slice(line * length, (line + 1) * length).map(quantilesOf),
    ),
  };
}

interface CountedParts {
  readonly parts: TimeParts;
  /** Traces per line and part. */
  readonly counts: Int32Array;
}

function chosenParts(
  points: Pick<Points, 'time' | 'group'>,
  lineOfGroup: readonly number[],
  lines: number,
  range: { readonly from: UnixMicros; readonly to: UnixMicros },
  offset: Micros,
): CountedParts {
  const counted = (step: Micros): CountedParts => {
    const parts = timeParts(range, step, offset);
    const length = parts.edges.length - 1;
    const counts = new Int32Array(lines * length);
    forEachPoint(points, lineOfGroup, parts, (_, line, part) => counts[line * length + part]!++);
    return { parts, counts };
  };
  const length = range.to - range.from;
  const steps = CLOCK_STEPS.filter((step) => length / step <= MOST_PARTS && length / step >= LEAST_PARTS);
  for (const step of steps) {
    const candidate = counted(step);
    if (isDense(candidate)) return candidate;
  }
  return counted(steps.at(-1) ?? evenStep(length));
}

/** A range that no step of the clock divides into so few parts, or so many: under 4 s, or over three years. */
function evenStep(length: Micros): Micros {
  return Math.max(1, Math.ceil(length / MOST_PARTS));
}

function isDense({ counts }: CountedParts): boolean {
  let some = 0;
  let enough = 0;
  for (const count of counts) {
    if (count > 0) some++;
    if (count >= LEAST_IN_PART) enough++;
  }
  return enough >= ENOUGH * some;
}

/** Calls `visit` for every point within the parts that is in a line. */
function forEachPoint(
  { time, group }: Pick<Points, 'time' | 'group'>,
  lineOfGroup: readonly number[],
  { edges }: TimeParts,
  visit: (point: number, line: number, part: number) => void,
): void {
  const last = edges.length - 2;
  let part = 0;
  for (let i = 0; i < time.length; i++) {
    if (time[i]! < edges[0]! || time[i]! > edges[last + 1]!) continue;
    while (part < last && time[i]! >= edges[part + 1]!) part++;
    const line = lineOfGroup[group[i]!] ?? -1;
    if (line >= 0) visit(i, line, part);
  }
}
