import type { Estimate } from '../estimate.ts';
import type { Group } from '../group.ts';
import type { GroupKey } from '../group-key.ts';
import type { Counts } from './fisher-exact.ts';

/** A value of a key, and how much more often the traces of one group have it than those of the other. */
export interface ContrastRow extends Counts {
  readonly key: GroupKey;
  readonly group: Group;
  /** Share in a minus share in b, −1…1, with Newcombe's interval. */
  readonly difference: Estimate;
  /** Fisher's exact test, two-sided. */
  readonly p: number;
  /** By Benjamini and Hochberg over all values of all keys that were looked at. */
  readonly pAdjusted: number;
}
