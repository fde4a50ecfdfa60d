import type { Micros, UnixMicros } from '../units.ts';
import type { Group } from './group.ts';
import type { GroupKey } from './group-key.ts';

/**
 * What "latency" means:
 * - `root`: the duration of the trace's root span;
 * - `extent`: from its first start to its last end;
 * - `span`: the duration of the span that carries the annotation (the longest, if several);
 * - `self`: that span's self time.
 * Traces in which no span carries the annotation have no latency by the last two and are left out. For keys that no span carries
 * (scope `trace`) the last two are `root`.
 */
export type LatencyMeasure = 'root' | 'extent' | 'span' | 'self';

/** Filters compose: a trace must pass every one. */
export type Filter =
  /** `include`: its group by `key` is one of `groups`; `exclude`: it is none of them. */
  | {
      readonly kind: 'groups';
      readonly mode: 'include' | 'exclude';
      readonly key: GroupKey;
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

/** Two groups that somebody drew, in place of a key's: the first side is compared with the second. */
export type Split =
  /** A lies in the box, B does not. */
  | { readonly kind: 'box'; readonly box: Box }
  /** *After* begins at the instant or later, *before* earlier: a deploy. */
  | { readonly kind: 'instant'; readonly at: UnixMicros }
  /** A passes all filters, B does not: then they leave nothing out. */
  | { readonly kind: 'filters' };

export type SortColumn = 'time' | 'root' | 'duration' | 'spans' | 'errors' | 'group';

export interface Sort {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

/** What the Explore page asks of the span table. */
export interface ExploreQuestion {
  readonly measure: LatencyMeasure;
  /** `undefined`: the default for the data (`omikuji` if there, else the first key that splits the traces). */
  readonly key: GroupKey | undefined;
  /** Two sides that somebody drew, in place of the key's groups; the key still says whose latency is meant. */
  readonly split: Split | undefined;
  /**
   * The value to compare with the rest; `undefined`: the default (凶 if there, else the slowest group by p50 with at least 6 traces,
   * else the slowest of all). With a split it is always the first side.
   */
  readonly highlight: Group | undefined;
  readonly filters: readonly Filter[];
  /** Picks traces without filtering the rest out of charts and table; the list shows only the picked. */
  readonly pick: Box | undefined;
  /** Only traces of the asked range: a live range moves on while the table keeps what it has. */
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  /** Of the reader's clock: `hour` is read on it. */
  readonly minutesEastOfUtc: number;
  readonly sort: Sort;
}
