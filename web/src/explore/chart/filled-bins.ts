import type { Micros } from '#core/units.ts';
import type { Histogram } from '../../ui/chart/histogram.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';

/** A bin that has traces of any value. One of 0 µs, which has a lane of its own, begins and ends there. */
export interface FilledBin {
  readonly from: Micros;
  readonly to: Micros;
  /** Parallel to the histograms. */
  readonly counts: readonly number[];
}

/** The bins of histograms over the same axis in which there is anything, by duration. */
export function filledBins(histograms: readonly Histogram[], axis: DurationAxis): readonly FilledBin[] {
  const [first] = histograms;
  if (first === undefined) return [];
  const zeros = histograms.map((own) => own.zeros);
  const bins = [...first.counts.keys()].map((bin) => ({
    from: axis.microsAt(first.edges[bin]!),
    to: axis.microsAt(first.edges[bin + 1]!),
    counts: histograms.map(({ counts }) => counts[bin]!),
  }));
  return [{ from: 0, to: 0, counts: zeros }, ...bins].filter(({ counts }) => counts.some((count) => count > 0));
}
