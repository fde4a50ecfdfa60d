import type { WhereRow } from '#core/analysis/where/where-answer.ts';
import type { IcicleCell } from './icicle-layout.ts';

/**
 * The cell that a key leads to from the cell at `at`: left and right on its level, up to its caller, down to the first call that is drawn,
 * Home and End to the first and last of its level. `undefined` where the key leads nowhere.
 */
export function stepCell(
  cells: readonly IcicleCell[],
  rows: readonly WhereRow[],
  at: number,
  key: string,
): number | undefined {
  const cell = cells[at];
  if (cell === undefined) return undefined;
  // Cells are in pre-order, so those of a level are so from left to right.
  const isOnLevel = ({ depth }: IcicleCell) => depth === cell.depth;
  switch (key) {
    case 'ArrowRight':
      return found(cells.findIndex((each, index) => index > at && isOnLevel(each)));
    case 'ArrowLeft':
      return found(cells.findLastIndex((each, index) => index < at && isOnLevel(each)));
    case 'ArrowDown':
      return found(cells.findIndex(({ rowIndex }) => rows[rowIndex]!.parent === cell.rowIndex));
    case 'ArrowUp':
      return found(cells.findIndex(({ rowIndex }) => rowIndex === rows[cell.rowIndex]!.parent));
    case 'Home':
      return found(cells.findIndex(isOnLevel));
    case 'End':
      return found(cells.findLastIndex(isOnLevel));
    default:
      return undefined;
  }
}

function found(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
