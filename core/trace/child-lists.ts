import { NO_PARENT, type Trace } from './trace.ts';

/** The children of each span, in order of their start. */
export interface ChildLists {
  /** Per span, and one more: where its children begin in `children`. */
  readonly firstChild: readonly number[];
  /** Indices of spans, those of one parent side by side. */
  readonly children: readonly number[];
}

/**
 *     spans       0 ─ 1 ─ 2        firstChild  0 2 3 3 3
 *                 └ 3              children    1 3 2
 */
export function childLists(trace: Trace): ChildLists {
  const { spans } = trace;
  const firstChild: number[] = [0];
  for (let index = 0; index < spans.length; index++) firstChild.push(0);
  for (const { parent } of spans) if (parent !== NO_PARENT) firstChild[parent + 1]!++;
  for (let index = 0; index < spans.length; index++) firstChild[index + 1]! += firstChild[index]!;
  const children = Array.from({ length: firstChild[spans.length]! }, () => NO_PARENT);
  const filled = firstChild.slice();
  for (let index = 0; index < spans.length; index++) {
    const { parent } = spans[index]!;
    if (parent !== NO_PARENT) children[filled[parent]!++] = index;
  }
  return { firstChild, children };
}
