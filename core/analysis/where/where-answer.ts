import type { Micros } from '../../units.ts';
import type { Estimate } from '../estimate.ts';

/**
 * - `both`: called and waited for in both groups (or in neither waited for).
 * - `only-in-a`, `gone`: not called in b; not called in a.
 * - `no-longer-waited-for`: still called in a, but no more on the critical path. Not faster: something else takes longer.
 */
export type WhereState = 'both' | 'only-in-a' | 'gone' | 'no-longer-waited-for';

/** One service and operation, by its path from the root. Means are over all traces of the group, those without it as 0. */
export interface WhereRow {
  /** Index of the caller's row, always smaller; −1 for a root's. */
  readonly parent: number;
  /** 0 for a root's. */
  readonly depth: number;
  readonly service: string;
  readonly operation: string;
  readonly meanA: Micros;
  readonly meanB: Micros;
  /** Calls per trace. */
  readonly callsA: number;
  readonly callsB: number;
  /** meanA − meanB, with Welch's interval over the traces. */
  readonly delta: Estimate;
  /** `delta.value` in two parts: what more (or fewer) calls come to, and what slower (or faster) ones do. */
  readonly moreCalls: Micros;
  readonly slowerCalls: Micros;
  /** `delta.value` of this row and of all below it. */
  readonly subtree: Micros;
  readonly state: WhereState;
}

/** Where the difference between the mean durations of two groups lies. */
export interface WhereAnswer {
  readonly tracesA: number;
  readonly tracesB: number;
  /** Mean duration of the roots in a, minus that in b. The rows' `delta` add up to it. */
  readonly total: Estimate;
  /** In pre-order; of the calls of one caller that first whose subtree differs most. */
  readonly rows: readonly WhereRow[];
}
