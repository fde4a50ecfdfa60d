import { NO_PARENT, type Trace } from './trace.ts';

/** The children of each span, in order of their start. */
export interface ChildLists {
  /** Per span, and one more: where its children begin in `children`. */
  readonly firstChild: Int32Array;
  /** Indices of spans, those of one parent side by side. */
  readonly children: Int32Array;
}

/**
 *     spans       0 ─ 1 ─ 2        firstChild  0 2 3 3 3
 *                 └ 3              children    1 3 2
 */
export function childLists(trace: Trace): ChildLists {
  const { spans } = trace;
  const firstChild = new Int32Array(spans.length + 1);
  for (const span of spans) if (span.parent !== NO_PARENT) firstChild[span.parent + 1]!++;
  for (let index = 0; index < spans.length; index++) firstChild[index + 1]! += firstChild[index]!;
  const children = new Int32Array(firstChild[spans.length]!);
  const filled = firstChild.slice();
  for (let index = 0; index < spans.length; index++) {
    const { parent } = spans[index]!;
    if (parent !== NO_PARENT) children[filled[parent]!++] = index;
  }
  return { firstChild, children };
}
