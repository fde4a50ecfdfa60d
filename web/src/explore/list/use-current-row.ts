import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RowSource } from '../../data/use-row-source.ts';

interface CurrentRowOptions {
  readonly order: Int32Array;
  readonly rows: RowSource;
  /** The trace in the drawer. */
  readonly shownId: string | undefined;
  readonly container: HTMLElement | null;
  readonly virtualizer: Virtualizer<Window, Element>;
}

interface CurrentRow {
  /** Its position in the list, −1 where there is none. */
  readonly at: number;
  /** Makes a row the current one, by the row in the span table at which its trace came first. */
  readonly set: (firstRow: number) => void;
  /** Makes the row at a position the current one, scrolls to it and gives it the focus. */
  readonly moveTo: (position: number | undefined) => void;
  /** The row that was moved to is not drawn yet. */
  readonly isTakingFocus: () => boolean;
}

/**
 * The row that the keys act on. It is known by the row in the span table at which its trace came first, so that it stays the same while rows
 * come above it and while late spans complete it. While a trace
 * is shown in the drawer its row is the current one; when the drawer closes, that row has the focus again.
 */
export function useCurrentRow({ order, rows, shownId, container, virtualizer }: CurrentRowOptions): CurrentRow {
  const [current, setCurrent] = useState<number | undefined>(undefined);
  const { firstRow } = rows;
  const at = useMemo(
    () => (current === undefined ? -1 : order.findIndex((tableRow) => firstRow(tableRow) === current)),
    [order, current, firstRow],
  );
  // Which row, not only that one does: the effect of an earlier move may run after the next one was asked for.
  const mustFocus = useRef<number | 'current'>(undefined);
  const shownBefore = useRef(shownId);

  useEffect(() => {
    const before = shownBefore.current;
    shownBefore.current = shownId;
    if (shownId === undefined) {
      if (before !== undefined && document.activeElement === document.body) mustFocus.current = 'current';
      return;
    }
    const position = order.findIndex((tableRow) => rows.row(tableRow)?.id === shownId);
    if (position < 0) return;
    setCurrent(rows.firstRow(order[position]!));
    // Only when going from trace to trace: a trace opened from a chart must not move the page.
    if (before !== undefined && before !== shownId) virtualizer.scrollToIndex(position, { align: 'auto' });
  }, [shownId, order, rows, virtualizer]);

  // After every render: a row that was scrolled to may exist only now.
  useEffect(() => {
    const wanted = mustFocus.current === 'current' ? current : mustFocus.current;
    if (wanted === undefined) return;
    const row = container?.querySelector<HTMLElement>(`[data-row="${wanted}"]`);
    if (row == null) return;
    row.focus({ preventScroll: true });
    // It is not taken by a row that is about to be exchanged.
    if (document.activeElement === row) mustFocus.current = undefined;
  });

  const moveTo = (position: number | undefined) => {
    const tableRow = position === undefined ? undefined : order[position];
    if (position === undefined || tableRow === undefined) return;
    const row = firstRow(tableRow);
    setCurrent(row);
    mustFocus.current = row;
    virtualizer.scrollToIndex(position, { align: 'auto' });
  };
  return { at, set: setCurrent, moveTo, isTakingFocus: () => mustFocus.current !== undefined };
}
