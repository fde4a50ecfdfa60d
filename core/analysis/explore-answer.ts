import type { AnnotationKey } from '../spans/span-table.ts';
import type { Estimate } from './estimate.ts';
import type { Split } from './explore-question.ts';
import type { Finding } from './finding.ts';
import type { Group } from './group.ts';
import type { GroupKey } from './group-key.ts';
import type { Verdict } from './verdict.ts';

/** A key found in the loaded traces. */
export interface KeySummary {
  readonly key: AnnotationKey;
  /** Traces that carry it. */
  readonly traces: number;
  /** Distinct values. */
  readonly values: number;
  /** Why it is not worth grouping by: one value only, or nearly every trace has its own. */
  readonly setAside: 'one-value' | 'unique-values' | undefined;
}

/** A row of the table of values, a lane and a curve of the chart. */
export interface GroupRow {
  readonly group: Group;
  readonly isHighlight: boolean;
  /** False where a filter on this very key leaves it out. Then it counts, but is in no chart and no comparison. */
  readonly isIncluded: boolean;
  readonly n: number;
  /** Of the included traces; for an excluded row, of all that pass the other filters. 0…1. */
  readonly share: number;
  readonly p50: Estimate;
  readonly p95: Estimate;
  readonly p99: Estimate;
  /**
   * Against the rest: for the highlight, all other included traces; for any other group, all of those but the highlight's.
   * `undefined` where there is no rest or too few on either side.
   */
  readonly shift: Estimate | undefined;
  readonly verdict: Verdict | undefined;
  /** Latencies, ascending, µs. */
  readonly latencies: Float64Array;
}

/** Per included trace, parallel arrays, in the order of time. */
export interface Points {
  /** Row in the span table. */
  readonly trace: Int32Array;
  /** Start, µs since 1970. */
  readonly time: Float64Array;
  readonly latency: Float64Array;
  /** Index into `ExploreAnswer.groups`. */
  readonly group: Int32Array;
  /** 1 where `pick` holds it (all 1 without a pick). */
  readonly isPicked: Uint8Array;
}

/** Everything that the Explore page shows, computed from one state of the table, so that no two parts disagree. */
export interface ExploreAnswer {
  /** Traces loaded within the asked range. */
  readonly loaded: number;
  /** Of them, those that every filter lets pass and that have a latency. */
  readonly included: number;
  readonly picked: number;
  /** Sorted: keys worth grouping by first (event, tag, resource), then those set aside. */
  readonly keys: readonly KeySummary[];
  /** What was asked, or the default; `undefined` where the traces carry nothing. */
  readonly key: GroupKey | undefined;
  /** What was asked; the groups are its sides. */
  readonly split: Split | undefined;
  readonly highlight: Group | undefined;
  /** Highlight first, then by p50, `(none)` and `(several)` and excluded ones last. */
  readonly groups: readonly GroupRow[];
  readonly finding: Finding;
  readonly points: Points;
  /** Rows of the picked traces in the asked order. */
  readonly order: Int32Array;
}
