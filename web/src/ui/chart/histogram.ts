import type { DurationAxis } from '../duration-axis.ts';

/** How many traces lie in each stretch of the axis. */
export interface Histogram {
  /** One more than there are bins, in axis units: evenly spaced from the floor of the axis to its end. */
  readonly edges: Float64Array;
  /** A bin holds its lower edge, the last one its upper edge too. */
  readonly counts: Int32Array;
  /** Traces of 0 µs, which a logarithmic axis shows in a lane of their own. */
  readonly zeros: number;
  /** All of them. */
  readonly n: number;
}

/** About the square root of some thousand traces; wide enough to be pointed at. */
const BINS = 60;

/** The histogram of latencies on the axis' own units. O(n). */
export function histogram(latencies: Float64Array, axis: DurationAxis): Histogram {
  const floor = axis.zeroLane === undefined ? axis.min : axis.majors[1]!.position;
  const width = (axis.max - floor) / BINS;
  const edges = Float64Array.from({ length: BINS + 1 }, (_, i) => floor + i * width);
  const counts = new Int32Array(BINS);
  let zeros = 0;
  for (const micros of latencies) {
    if (micros <= 0 && axis.zeroLane !== undefined) zeros++;
    else counts[binAt(axis.positionOf(micros), floor, width)]!++;
  }
  return { edges, counts, zeros, n: latencies.length };
}

/** The bin of a position; that at an end for a position beyond it. `undefined` in the zero lane. */
export function binOf({ edges }: Pick<Histogram, 'edges'>, position: number): number | undefined {
  const floor = edges[0]!;
  return position < floor ? undefined : binAt(position, floor, edges[1]! - floor);
}

function binAt(position: number, floor: number, width: number): number {
  return Math.min(BINS - 1, Math.max(0, Math.floor((position - floor) / width)));
}

/** The largest share of its traces that a bin of any of them holds; 0 where there is nothing. */
export function highestShare(histograms: readonly Histogram[]): number {
  return histograms.reduce((most, { counts, zeros, n }) => {
    const highest = counts.reduce((a, b) => Math.max(a, b), zeros);
    return n === 0 ? most : Math.max(most, highest / n);
  }, 0);
}
