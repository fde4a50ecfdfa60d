import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';

/** Rows (in the span table) of the traces whose group is the highlighted one. */
export function highlightedRows({ groups, points }: ExploreAnswer): ReadonlySet<number> {
  const rows = new Set<number>();
  for (let i = 0; i < points.trace.length; i++) {
    if (groups[points.group[i]!]?.isHighlight === true) rows.add(points.trace[i]!);
  }
  return rows;
}

/** Position in `order` of the next highlighted row after position `from`, beginning anew at the end; `undefined` if there is none. */
export function nextHighlighted(order: Int32Array, highlighted: ReadonlySet<number>, from: number): number | undefined {
  for (let step = 1; step <= order.length; step++) {
    const position = (from + step) % order.length;
    if (highlighted.has(order[position]!)) return position;
  }
  return undefined;
}
