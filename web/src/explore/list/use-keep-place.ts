import { useLayoutEffect, useRef } from 'react';

interface KeepPlaceOptions {
  readonly order: Int32Array;
  /** What stays the same of a trace when its row in the span table changes. */
  readonly firstRow: (tableRow: number) => number;
  /** What was asked for: after a change of it the list is another one, and its place means nothing. */
  readonly question: unknown;
  readonly rowPx: number;
  /** Top of the list in the document. */
  readonly topPx: number;
}

/** Holds the row at the upper edge of the window in its place while traces arrive above it. */
export function useKeepPlace({ order, firstRow, question, rowPx, topPx }: KeepPlaceOptions): void {
  const shown = useRef({ order, question });
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { order, question };
    const scrolledPx = window.scrollY - topPx;
    if (before.order === order || before.question !== question || scrolledPx <= 0) return;
    const at = Math.floor(scrolledPx / rowPx);
    const anchor = before.order[at];
    if (anchor === undefined) return;
    const first = firstRow(anchor);
    const now = order.findIndex((tableRow) => firstRow(tableRow) === first);
    if (now >= 0 && now !== at) window.scrollBy(0, (now - at) * rowPx);
  }, [order, firstRow, question, rowPx, topPx]);
}
