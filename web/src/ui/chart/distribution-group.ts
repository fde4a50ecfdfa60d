import type { Estimate } from '#core/analysis/estimate.ts';
import type { Micros } from '#core/units.ts';
import type { GroupStyle } from '../group-styles.ts';

/** One curve and one lane of the distribution. */
export interface DistributionGroup {
  readonly id: string;
  /** As the legend says it. */
  readonly label: string;
  readonly style: GroupStyle;
  /** Ascending. */
  readonly latencies: Float64Array;
  readonly p50: Estimate | undefined;
  readonly p95: Estimate | undefined;
  readonly p99: Estimate | undefined;
}

/** The arrow at p50, and what stands at it. */
export interface ShiftArrow {
  /** Median of the rest. */
  readonly from: Micros;
  /** Median of the highlight. */
  readonly to: Micros;
  readonly amount: string;
  readonly detail: string;
}
