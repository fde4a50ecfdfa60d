import type { Points } from '#core/analysis/explore-answer.ts';
import { CLOCK_STEPS, type TimeParts, timeParts } from '#core/analysis/time-parts.ts';
import type { Micros, UnixMicros } from '#core/units.ts';
import { binOf, histogram } from '../../ui/chart/histogram.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';

/** A stretch of durations, and how many of the picked traces are in it in each part of the time. One of 0 µs begins and ends there. */
export interface HeatmapGridRow {
  readonly from: Micros;
  readonly to: Micros;
  /** Per part of the time, as is `highlighted`. */
  readonly counts: Int32Array;
  readonly highlighted: Int32Array;
}

export interface HeatmapGrid {
  readonly parts: TimeParts;
  /** Those with traces, the longest durations first, as in the picture. */
  readonly rows: readonly HeatmapGridRow[];
}

/** As many columns as a table can have, and a quarter of the bins of a histogram as rows: coarser than the picture, to be read. */
const MOST_PARTS = 12;
const BINS_IN_ROW = 4;

/**
 * The counts of a heatmap on a grid that can be read as a table.
 *
 * @param isHighlight per point
 * @param offset of the wall clock from UTC, µs: parts begin at round instants of it
 */
export function heatmapGrid(
  points: Points,
  isHighlight: (point: number) => boolean,
  range: { readonly from: UnixMicros; readonly to: UnixMicros },
  axis: DurationAxis,
  offset: Micros,
): HeatmapGrid {
  const length = range.to - range.from;
  const step = CLOCK_STEPS.find((candidate) => length / candidate < MOST_PARTS) ?? Math.ceil(length / MOST_PARTS);
  const parts = timeParts(range, step, offset);
  const columns = parts.edges.length - 1;
  const { edges } = histogram(new Float64Array(), axis);
  const bins = Math.ceil((edges.length - 1) / BINS_IN_ROW);
  const rows = Array.from({ length: bins }, (_, bin) => ({
    from: axis.microsAt(edges[bin * BINS_IN_ROW]!),
    to: axis.microsAt(edges[Math.min(edges.length - 1, (bin + 1) * BINS_IN_ROW)]!),
    counts: new Int32Array(columns),
    highlighted: new Int32Array(columns),
  }));
  const zeros = { from: 0, to: 0, counts: new Int32Array(columns), highlighted: new Int32Array(columns) };
  for (let point = 0; point < points.time.length; point++) {
    if (points.isPicked[point] === 0) continue;
    const bin = binOf({ edges }, axis.positionOf(points.latency[point]!));
    const row = bin === undefined ? zeros : rows[Math.floor(bin / BINS_IN_ROW)]!;
    const part = partOf(points.time[point]!, parts.edges);
    row.counts[part]!++;
    if (isHighlight(point)) row.highlighted[part]!++;
  }
  const all = [zeros, ...rows].reverse();
  return { parts, rows: all.filter(({ counts }) => counts.some((count) => count > 0)) };
}

/** The part that holds an instant; beyond the range the nearest. */
function partOf(time: number, edges: readonly UnixMicros[]): number {
  let part = 0;
  while (part < edges.length - 2 && time >= edges[part + 1]!) part++;
  return part;
}
