import type { Estimate } from './estimate.ts';
import type { Verdict } from './verdict.ts';

/** Two groups of latencies, a against b. */
export interface Comparison {
  readonly nA: number;
  readonly nB: number;
  readonly medianA: number;
  readonly medianB: number;
  /** Hodges–Lehmann, µs: by how much a is slower. */
  readonly shift: Estimate;
  /** P(a > b) + ½ P(a = b), 0…1. */
  readonly probabilitySlower: Estimate;
  /** Mann–Whitney, two-sided. */
  readonly p: number;
  /** After Holm over all groups that were compared. */
  readonly pAdjusted: number;
  readonly verdict: Verdict;
}
