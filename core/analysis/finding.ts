import type { Comparison } from './comparison.ts';
import type { Group } from './group.ts';
import type { GroupKey } from './group-key.ts';

/** The sentence on top, as data; the words are the interface's. */
export type Finding =
  /** No trace at all. */
  | { readonly kind: 'no-traces' }
  /** No rest: one group only, or nothing to group by. `group` is that one. */
  | {
      readonly kind: 'nothing-to-compare';
      readonly n: number;
      readonly key: GroupKey | undefined;
      readonly group: Group | undefined;
    }
  /** The highlight or the rest has fewer than 6 traces (possibly none). */
  | {
      readonly kind: 'too-few';
      readonly key: GroupKey | undefined;
      readonly group: Group;
      readonly n: number;
      readonly rest: number;
    }
  | {
      readonly kind: 'compared';
      readonly key: GroupKey | undefined;
      readonly group: Group;
      /** The highlight (a) against the rest (b). Its verdict is never `too-few`. */
      readonly comparison: Comparison;
    };
