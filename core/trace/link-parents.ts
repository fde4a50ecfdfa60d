import type { IdentifiedSpans, ProblemAt } from './separate-shared-ids.ts';
import { NO_PARENT } from './trace.ts';

export interface LinkedSpans {
  /** By position: the position of the parent, or `NO_PARENT`. Free of cycles. */
  readonly parents: readonly number[];
  readonly problems: readonly ProblemAt[];
}

/**
 * Finds each span's parent; an orphan has none, and a cycle loses the link of the span that starts it (the first in the
 * order).
 */
export function linkParents(identified: IdentifiedSpans): LinkedSpans {
  const { spans, parentById, clientOfServer } = identified;
  const problems: ProblemAt[] = [];
  const parents: number[] = [];
  for (let index = 0; index < spans.length; index++) {
    const parentId = spans[index]!.parentId;
    const parent = clientOfServer.get(index) ?? (parentId === '' ? NO_PARENT : parentById.get(parentId));
    if (parent === undefined) problems.push({ kind: 'orphan', index });
    parents.push(parent ?? NO_PARENT);
  }
  for (const index of cycleStarts(parents)) {
    parents[index] = NO_PARENT;
    problems.push({ kind: 'cycle', index });
  }
  return { parents, problems };
}

const UNSEEN: number = 0;
const ON_THIS_WALK = 1;
const DONE = 2;

/** Of each cycle the smallest position. A span has one parent at most, so that cycles have no span in common. */
function cycleStarts(parents: readonly number[]): readonly number[] {
  const state = parents.map(() => UNSEEN);
  const starts: number[] = [];
  for (let from = 0; from < parents.length; from++) {
    let index = from;
    while (index !== NO_PARENT && state[index] === UNSEEN) {
      state[index] = ON_THIS_WALK;
      index = parents[index]!;
    }
    if (index !== NO_PARENT && state[index] === ON_THIS_WALK) starts.push(smallestOfCycle(parents, index));
    for (let seen = from; seen !== NO_PARENT && state[seen] === ON_THIS_WALK; seen = parents[seen]!) state[seen] = DONE;
  }
  return starts;
}

function smallestOfCycle(parents: readonly number[], within: number): number {
  let smallest = within;
  for (let index = parents[within]!; index !== within; index = parents[index]!) smallest = Math.min(smallest, index);
  return smallest;
}
