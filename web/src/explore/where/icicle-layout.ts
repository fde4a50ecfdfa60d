import type { WhereRow } from '#core/analysis/where/where-answer.ts';

/** A row of the answer as a rectangle: `startShare` to `endShare` of the whole width, 0…1, one level per depth. */
export interface IcicleCell {
  readonly rowIndex: number;
  readonly depth: number;
  readonly startShare: number;
  readonly endShare: number;
}

/** Thinner than a pixel on the widest page. */
const LEAST_SHARE = 0.0005;
/** Levels that are drawn; deeper calls stand in the table. */
const MOST_LEVELS = 16;

/**
 * The rows of an answer as an icicle: the width is the mean critical path time in the first group with all that is called below; calls stand
 * from left to right in the order of the rows, the caller's own time right of them.
 *
 *     |        /checkout         |
 *     |   /cart   | /pay |           own time of /checkout
 *     | SELECT |                     own time of /cart
 *
 * Cells that would be too thin to see, and what is deeper than 16 levels, are left out. None where all means are 0. O(n).
 */
export function icicleLayout(rows: readonly WhereRow[]): readonly IcicleCell[] {
  const times = Float64Array.from(rows, ({ meanA }) => meanA);
  let whole = 0;
  // A caller stands before its calls.
  for (let index = rows.length - 1; index >= 0; index--) {
    const { parent } = rows[index]!;
    if (parent >= 0) times[parent]! += times[index]!;
    else whole += times[index]!;
  }
  if (whole <= 0) return [];
  /** Where the next call of a row begins, as time. */
  const next = new Float64Array(rows.length);
  let nextRoot = 0;
  const cells: IcicleCell[] = [];
  rows.forEach(({ parent, depth }, rowIndex) => {
    const start = parent >= 0 ? next[parent]! : nextRoot;
    const end = start + times[rowIndex]!;
    if (parent >= 0) next[parent] = end;
    else nextRoot = end;
    next[rowIndex] = start;
    const startShare = start / whole;
    const endShare = Math.min(1, end / whole);
    if (depth < MOST_LEVELS && endShare - startShare >= LEAST_SHARE) {
      cells.push({ rowIndex, depth, startShare, endShare });
    }
  });
  return cells;
}
