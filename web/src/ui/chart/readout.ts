import { ecdf } from '#core/analysis/ecdf.ts';
import type { Micros } from '#core/units.ts';
import type { DurationAxis } from '../duration-axis.ts';
import type { DistributionGroup } from './distribution-group.ts';

/** What the curves say at a duration. */
export interface Readout {
  readonly micros: Micros;
  /** Parallel to the groups: traces at or below it. */
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
