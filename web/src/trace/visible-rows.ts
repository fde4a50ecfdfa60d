import { NO_PARENT, type Trace } from '#core/trace/trace.ts';

/** A row of the waterfall. */
export interface VisibleRow {
  /** Index into `Trace.spans`. */
  readonly span: number;
  /** Spans below it, to any depth. */
  readonly descendants: number;
  readonly isCollapsed: boolean;
}

/** The spans that are not below a collapsed one, in pre-order. */
export function visibleRows(trace: Trace, collapsed: ReadonlySet<number>): readonly VisibleRow[] {
  const { spans } = trace;
  const descendants = new Int32Array(spans.length);
  for (let index = spans.length - 1; index > 0; index--) {
    const { parent } = spans[index]!;
    if (parent !== NO_PARENT) descendants[parent]! += descendants[index]! + 1;
  }
  const isHidden = new Uint8Array(spans.length);
  const rows: VisibleRow[] = [];
  for (let index = 0; index < spans.length; index++) {
    const { parent } = spans[index]!;
    if (parent !== NO_PARENT && (isHidden[parent] === 1 || collapsed.has(parent))) {
      isHidden[index] = 1;
      continue;
    }
    rows.push({ span: index, descendants: descendants[index]!, isCollapsed: collapsed.has(index) });
  }
  return rows;
}
