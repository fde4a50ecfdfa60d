import type { AnnotationKey } from '../spans/span-table.ts';
import type { Micros, UnixMicros } from '../units.ts';
import type { Group } from './group.ts';

/**
 * What "latency" means:
 * - `root`: the duration of the trace's root span;
 * - `extent`: from its first start to its last end;
 * - `span`: the duration of the span that carries the annotation (the longest, if several);
 * - `self`: that span's self time.
 * Traces in which no span carries the annotation have no latency by the last two and are left out.
 */
export type LatencyMeasure = 'root' | 'extent' | 'span' | 'self';

/** Filters compose: a trace must pass every one. */
export type Filter =
  /** `include`: its group by `key` is one of `groups`; `exclude`: it is none of them. */
  | {
      readonly kind: 'groups';
      readonly mode: 'include' | 'exclude';
      readonly key: AnnotationKey;
      readonly groups: readonly Group[];
    }
  /** It starts and its latency lies within a box, ends included. */
  | { readonly kind: 'box'; readonly box: Box };

/** A box over the chart of latency over time. All four ends are inclusive. */
export interface Box {
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  readonly min: Micros;
  readonly max: Micros;
}

export type SortColumn = 'time' | 'root' | 'duration' | 'spans' | 'errors' | 'group';

export interface Sort {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

/** What the Explore page asks of the span table. */
export interface ExploreQuestion {
  readonly measure: LatencyMeasure;
  /** `undefined`: the default for the data (`omikuji` if there, else the first key that splits the traces). */
  readonly key: AnnotationKey | undefined;
  /**
   * The value to compare with the rest; `undefined`: the default (凶 if there, else the slowest group by p50 with at least 6 traces,
   * else the slowest of all).
   */
  readonly highlight: Group | undefined;
  readonly filters: readonly Filter[];
  /** Picks traces without filtering the rest out of charts and table; the list shows only the picked. */
  readonly pick: Box | undefined;
  /** Only traces of the asked range: a live range moves on while the table keeps what it has. */
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  readonly sort: Sort;
}
