import type { GroupKey } from '../group-key.ts';
import type { SameTraces } from './same-traces.ts';

/**
 * Why a key is not ranked:
 * - `one-value`: it splits nothing: the same in every trace, or several values in each.
 * - `unique-values`: nearly every trace has a value of its own, as with ids.
 */
export type SetAside = 'one-value' | 'unique-values';

/** How latency goes up or down with a number: Spearman's ρ over the traces that have one. */
export interface Direction {
  readonly rho: number;
  readonly p: number;
  readonly n: number;
}

/** A key, and how much of the traces' latency goes with it. */
export interface RankedKey {
  readonly key: GroupKey;
  /** Traces that carry it. */
  readonly traces: number;
  readonly values: number;
  /** Absent where it is ranked. */
  readonly setAside: SetAside | undefined;
  /**
   * The share of the variance of latency's ranks that it explains, 0…1: ε² of Kruskal and Wallis over its values, being absent counting
   * as one; for numbers with many values ρ² of Spearman.
   */
  readonly explained: number;
  /** The most that groups of these sizes can explain; 1 for numbers. A bar is `explained` of this. */
  readonly most: number;
  /** Too few traces to say anything by it: fewer than 6 beside its largest group, or fewer than 12 in all. The figures are then no finding. */
  readonly isTooFew: boolean;
  readonly p: number;
  /** By Benjamini and Hochberg, over the ranked keys. */
  readonly pAdjusted: number;
  /** For keys whose values are numbers. */
  readonly direction: Direction | undefined;
  /** Keys that split the traces in the same way; they are in the ranking only here. */
  readonly aliases: readonly GroupKey[];
  /** For a key that splits the traces in two: the value of another key that exactly the fewer of them have. */
  readonly sameTraces: SameTraces | undefined;
}
