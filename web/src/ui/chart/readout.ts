import { ecdf } from '#core/analysis/ecdf.ts';
import type { Micros } from '#core/units.ts';
import type { DurationAxis } from '../duration-axis.ts';
import type { DistributionGroup } from './distribution-group.ts';
import { binOf, histogram } from './histogram.ts';

/** What the curves say at a duration. */
export interface Readout {
  readonly micros: Micros;
  /** The beginning of the bin that ends at `micros`; without it all from 0 on counts. */
  readonly from?: Micros;
  /** Parallel to the groups: traces at or below it, or in the bin. */
  readonly counts: readonly number[];
}

/**
 * Counts the traces at or below a position of the axis. The duration is rounded to the three digits that are shown, so that the
 * counts are exact for what one reads.
 */
export function readoutAt(groups: readonly DistributionGroup[], axis: DurationAxis, position: number): Readout {
  const micros = Number(axis.microsAt(position).toPrecision(3));
  return {
    micros,
    counts: groups.map(({ latencies }) => Math.round((ecdf(latencies, micros) ?? 0) * latencies.length)),
  };
}

/** Counts the traces in the bin of a histogram at a position of the axis; in the zero lane those of 0 µs. */
export function readBinAt(groups: readonly DistributionGroup[], axis: DurationAxis, position: number): Readout {
  const histograms = groups.map(({ latencies }) => histogram(latencies, axis));
  const { edges } = histograms[0] ?? histogram(new Float64Array(), axis);
  const bin = binOf({ edges }, position);
  if (bin === undefined) return { from: 0, micros: 0, counts: histograms.map(({ zeros }) => zeros) };
  const [from, micros] = [axis.microsAt(edges[bin]!), axis.microsAt(edges[bin + 1]!)];
  return { from, micros, counts: histograms.map(({ counts }) => counts[bin]!) };
}
