import { isSamePartition, type Partition } from './partition.ts';

export interface Folded<T> {
  readonly item: T;
  /** Those after it that split the traces in the same way. */
  readonly aliases: readonly T[];
}

/** Folds items that split the traces alike into the first of them, in their order. */
export function foldAliases<T extends { readonly partition: Partition }>(items: readonly T[]): readonly Folded<T>[] {
  const folded: { readonly item: T; readonly aliases: T[] }[] = [];
  const byDigest = new Map<number, { readonly item: T; readonly aliases: T[] }[]>();
  for (const item of items) {
    const digest = digestOf(item.partition);
    const alike = byDigest.get(digest) ?? [];
    byDigest.set(digest, alike);
    const first = alike.find((other) => isSamePartition(other.item.partition, item.partition));
    if (first !== undefined) {
      first.aliases.push(item);
      continue;
    }
    const entry = { item, aliases: [] };
    alike.push(entry);
    folded.push(entry);
  }
  return folded;
}

/** FNV-1a over the numbers of the groups: equal partitions have equal digests. */
function digestOf({ groupOf }: Partition): number {
  let digest = 0x811c9dc5;
  for (const group of groupOf) digest = Math.imul(digest ^ group, 0x01000193);
  return digest;
}
