/**
 * How a key splits some traces: the group of each, by its place among them. Groups have the numbers 0, 1, 2 … in the order in which
 * they first occur, so that two keys that split alike have the same numbers.
 */
export interface Partition {
  readonly groupOf: Int32Array;
  readonly groupCount: number;
}

/** The partition of `rows` by any labels, one per trace of the table, none of them negative. */
export function partitionOf(rows: Int32Array, labelOfTrace: Int32Array, labelCount: number): Partition {
  const groupOfLabel = new Int32Array(labelCount).fill(-1);
  const groupOf = new Int32Array(rows.length);
  let groupCount = 0;
  for (let at = 0; at < rows.length; at++) {
    const label = labelOfTrace[rows[at]!]!;
    if (groupOfLabel[label] === -1) groupOfLabel[label] = groupCount++;
    groupOf[at] = groupOfLabel[label]!;
  }
  return { groupOf, groupCount };
}

export function isSamePartition(a: Partition, b: Partition): boolean {
  return a.groupCount === b.groupCount && a.groupOf.every((group, at) => group === b.groupOf[at]);
}
