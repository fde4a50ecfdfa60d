import type { WhereRow } from '#core/analysis/where/where-answer.ts';

/** Indices of the rows that differ most, in the order of the table. O(n). */
export function topRows(rows: readonly WhereRow[], count: number): readonly number[] {
  const top: number[] = [];
  rows.forEach(({ delta }, index) => {
    const size = Math.abs(delta.value);
    const place = top.findIndex((other) => size > Math.abs(rows[other]!.delta.value));
    if (place >= 0) top.splice(place, 0, index);
    else if (top.length < count) top.push(index);
    if (top.length > count) top.pop();
  });
  return top.sort((a, b) => a - b);
}
