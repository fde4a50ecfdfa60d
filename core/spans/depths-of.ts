import type { SpanTable } from './span-table.ts';

/** How deep each span of the table stands in its trace: 0 for a root or an orphan. */
export function depthsOf({ spanCount, spanParent }: SpanTable): Int32Array {
  const depths = new Int32Array(spanCount);
  // Parents stand before their children.
  spanParent.forEach((parent, span) => {
    depths[span] = parent < 0 ? 0 : depths[parent]! + 1;
  });
  return depths;
}
