import { NO_PARENT } from './trace.ts';

/** What the order of a tree depends on, by position. */
export interface Tree {
  readonly parents: Int32Array;
  readonly starts: Float64Array;
  readonly ids: readonly string[];
  /** The root: a span without a parent, which comes first. */
  readonly root: number;
}

/**
 * The positions in pre-order: the root's tree first, then the other trees by the start of their tops; children by start, then by id.
 * It keeps a stack of its own: a chain of 50 000 spans is deeper than the engine's.
 */
export function orderAsTree(tree: Tree): Int32Array {
  const { parents, root } = tree;
  const byStart = positionsByStart(tree);
  const firstChild = new Int32Array(parents.length).fill(NO_PARENT);
  const nextSibling = new Int32Array(parents.length).fill(NO_PARENT);
  const pending: number[] = [];
  for (let rank = byStart.length - 1; rank >= 0; rank--) {
    const index = byStart[rank]!;
    const parent = parents[index]!;
    if (parent === NO_PARENT) {
      if (index !== root) pending.push(index);
    } else {
      nextSibling[index] = firstChild[parent]!;
      firstChild[parent] = index;
    }
  }
  pending.push(root);

  const order = new Int32Array(parents.length);
  let length = 0;
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    order[length++] = index;
    if (nextSibling[index] !== NO_PARENT) pending.push(nextSibling[index]!);
    if (firstChild[index] !== NO_PARENT) pending.push(firstChild[index]!);
  }
  return order;
}

/** Positions by start, then by id. They mostly are so already: the sort is skipped then. */
function positionsByStart({ starts, ids }: Tree): Int32Array {
  const positions = Int32Array.from(starts, (_, index) => index);
  const compare = (a: number, b: number): number => starts[a]! - starts[b]! || (ids[a]! < ids[b]! ? -1 : 1);
  for (let index = 1; index < positions.length; index++) {
    if (compare(index - 1, index) > 0) return positions.sort(compare);
  }
  return positions;
}
