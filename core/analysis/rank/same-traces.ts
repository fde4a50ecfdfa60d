import type { Group } from '../group.ts';
import type { GroupKey } from '../group-key.ts';
import type { Partition } from './partition.ts';

/** The value of another key that exactly these traces have. */
export interface SameTraces {
  readonly key: GroupKey;
  readonly value: string;
  readonly traces: number;
}

/** A key that splits the traces so. */
export interface LabelledSplit {
  readonly key: GroupKey;
  readonly partition: Partition;
  /** Per group of the partition; empty where there are too many to be worth it. */
  readonly labels: readonly Group[];
}

/**
 * Per split: where it has two groups, the value of a key with more groups that exactly the traces of its smaller group have. So a
 * tag that is written on the traces of 凶 alone is told as what it is: the same traces again. O(splits × traces).
 */
export function sameTraces(splits: readonly LabelledSplit[]): readonly (SameTraces | undefined)[] {
  const known = new Map<string, { readonly split: LabelledSplit; readonly group: number }[]>();
  for (const split of splits) {
    if (split.partition.groupCount < 3) continue;
    const { digests, counts } = digestsOf(split.partition);
    for (const [group, label] of split.labels.entries()) {
      if (label.kind !== 'value') continue;
      const id = `${counts[group]} ${digests[group]}`;
      known.set(id, [...(known.get(id) ?? []), { split, group }]);
    }
  }
  return splits.map(({ partition }) => {
    if (partition.groupCount !== 2) return undefined;
    const { digests, counts } = digestsOf(partition);
    const smaller = counts[1]! <= counts[0]! ? 1 : 0;
    const traces = counts[smaller]!;
    const same = known
      .get(`${traces} ${digests[smaller]}`)
      ?.find(({ split, group }) => isSameGroup(partition, smaller, split.partition, group));
    const label = same?.split.labels[same.group];
    return same !== undefined && label?.kind === 'value'
      ? { key: same.split.key, value: label.value, traces }
      : undefined;
  });
}

/** FNV-1a over the places of each group's traces, and how many there are. */
function digestsOf({ groupOf, groupCount }: Partition): { readonly digests: Int32Array; readonly counts: Int32Array } {
  const digests = new Int32Array(groupCount).fill(0x811c9dc5);
  const counts = new Int32Array(groupCount);
  for (let at = 0; at < groupOf.length; at++) {
    const group = groupOf[at]!;
    digests[group] = Math.imul(digests[group]! ^ at, 0x01000193);
    counts[group]!++;
  }
  return { digests, counts };
}

function isSameGroup(a: Partition, groupOfA: number, b: Partition, groupOfB: number): boolean {
  return a.groupOf.every((group, at) => (group === groupOfA) === (b.groupOf[at] === groupOfB));
}
