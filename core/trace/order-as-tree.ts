import { NO_PARENT } from './trace.ts';

/** What the order of a tree depends on, by position. */
export interface Tree {
  readonly parents: readonly number[];
  readonly starts: readonly number[];
  readonly ids: readonly string[];
  /** The root: a span without a parent, which comes first. */
  readonly root: number;
}

const NONE: number = -1;

/**
 * The positions in pre-order: the root's tree first, then the other trees by the start of their tops; children by
 * start, then by id. It keeps a stack of its own: a chain of 50 000 spans is deeper than the engine's.
 */
export function orderAsTree(tree: Tree): readonly number[] {
  const { parents, root } = tree;
  const byStart = positionsByStart(tree);
  const firstChild = parents.map(() => NONE);
  const nextSibling = parents.map(() => NONE);
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

  const order: number[] = [];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    order.push(index);
    if (nextSibling[index] !== NONE) pending.push(nextSibling[index]!);
    if (firstChild[index] !== NONE) pending.push(firstChild[index]!);
  }
  return order;
}

/** Positions by start, then by id. They mostly are so already: the sort is skipped then. */
function positionsByStart({ starts, ids }: Tree): readonly number[] {
  const positions = starts.map((_, index) => index);
  const compare = (a: number, b: number): number => starts[a]! - starts[b]! || (ids[a]! < ids[b]! ? -1 : 1);
  for (let index = 1; index < positions.length; index++) {
    if (compare(index - 1, index) > 0) return positions.sort(compare);
  }
  return positions;
}
