import { Box } from '@mantine/core';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { WhereRow } from '#core/analysis/where/where-answer.ts';
import { formatDifference } from '#core/format/format-difference.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { type IcicleCell, icicleLayout } from './icicle-layout.ts';
import { pathText } from './path-text.ts';
import { stepCell } from './step-cell.ts';
import classes from './where-icicle.module.css';
import type { OpenExample } from './where-row-line.tsx';

interface WhereIcicleProps {
  readonly rows: readonly WhereRow[];
  /** Index of the row that holds most of the extra time. */
  readonly most: number | undefined;
  readonly group: string;
  readonly onOpenExample: OpenExample;
}

const LEVEL_PX = 32;
/** Of the largest difference, with children: from here on a cell is said to have grown. */
const GROWN_PART = 0.015;

/** Where the time of a group is, with children, and where it grew. Nothing where no trace takes time. */
export function WhereIcicle({ rows, most, group, onOpenExample }: WhereIcicleProps) {
  const { where: words } = useWords();
  const cells = useMemo(() => icicleLayout(rows), [rows]);
  const means = useMemo(() => meansWithCalls(rows), [rows]);
  const grown = useMemo(
    () => GROWN_PART * Math.max(0, ...cells.map((cell) => Math.abs(rows[cell.rowIndex]!.subtree))),
    [cells, rows],
  );
  const listRef = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [pointed, setPointed] = useState<number>();
  if (cells.length === 0) return null;
  const levels = 1 + Math.max(...cells.map(({ depth }) => depth));
  /** Cells can become fewer under the keyboard. */
  const tabStop = Math.min(current, cells.length - 1);

  function textOf({ rowIndex }: IcicleCell): string {
    const { subtree, delta } = rows[rowIndex]!;
    return words.cell(
      group,
      pathText(rows, rowIndex),
      formatDuration(means[rowIndex]!),
      formatDifference(subtree),
      formatDifference(delta.value),
    );
  }

  function step(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = stepCell(cells, rows, tabStop, event.key);
    if (next === undefined) return;
    event.preventDefault();
    listRef.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  }

  const read = cells[pointed ?? -1];
  return (
    <div className={classes.icicle}>
      <p className={classes.label} aria-hidden="true">
        {words.width}
        <br />
        {words.meanIn(group)}
      </p>
      <Box
        ref={listRef}
        className={classes.cells}
        style={{ height: levels * LEVEL_PX }}
        role="group"
        aria-label={words.icicle(group)}
        onKeyDown={step}
        onPointerLeave={() => setPointed(undefined)}
        onBlur={() => setPointed(undefined)}
      >
        {cells.map((cell, at) => {
          const { operation, subtree } = rows[cell.rowIndex]!;
          return (
            <button
              key={cell.rowIndex}
              type="button"
              className={classes.cell}
              data-grown={(subtree > 0 && subtree >= grown) || undefined}
              data-most={cell.rowIndex === most || undefined}
              style={{
                top: cell.depth * LEVEL_PX,
                left: `${cell.startShare * 100}%`,
                width: `${(cell.endShare - cell.startShare) * 100}%`,
              }}
              tabIndex={at === tabStop ? 0 : -1}
              aria-label={textOf(cell)}
              onPointerEnter={() => setPointed(at)}
              onFocus={() => {
                setCurrent(at);
                setPointed(at);
              }}
              onClick={() => onOpenExample(cell.rowIndex, 'a')}
            >
              <span className={classes.operation}>{operation}</span>
              <span className={classes.difference}>{formatDifference(subtree)}</span>
            </button>
          );
        })}
      </Box>
      <p className={classes.note} data-read={read !== undefined || undefined}>
        {read === undefined ? words.icicleNote(group) : textOf(read)}
      </p>
    </div>
  );
}

/** Mean critical path times in the first group with all that is called below. */
function meansWithCalls(rows: readonly WhereRow[]): Float64Array {
  const means = Float64Array.from(rows, ({ meanA }) => meanA);
  for (let index = rows.length - 1; index >= 0; index--) {
    const { parent } = rows[index]!;
    if (parent >= 0) means[parent]! += means[index]!;
  }
  return means;
}
