import type { SpanTable } from '../spans/span-table.ts';
import type { UnixMicros } from '../units.ts';
import type { KeySummary } from './explore-answer.ts';
import { keySummaries } from './key-summaries.ts';

/** What every question about a range begins with. */
export interface PreparedRows {
  /** Rows of the traces that start within the range, in the order of their starts, of equal ones by id. */
  readonly rows: Int32Array;
  readonly keys: readonly KeySummary[];
}

interface Range {
  readonly from: UnixMicros;
  readonly to: UnixMicros;
}

export function prepareRows(table: SpanTable, { from, to }: Range): PreparedRows {
  const rows = new Int32Array(table.traceCount);
  let count = 0;
  for (let trace = 0; trace < table.traceCount; trace++) {
    const start = table.traceStart[trace]!;
    if (table.isSuperseded[trace] === 0 && start >= from && start <= to) rows[count++] = trace;
  }
  const inRange = rows
    .subarray(0, count)
    .sort((a, b) => table.traceStart[a]! - table.traceStart[b]! || (table.traceIds[a]! < table.traceIds[b]! ? -1 : 1));
  return { rows: inRange, keys: keySummaries(table, inRange) };
}

/** `prepareRows` that answers at once where it was last asked the same: dragging, filtering and regrouping change neither table nor range. */
export function rememberRows(): typeof prepareRows {
  let last: { readonly table: SpanTable; readonly range: Range; readonly prepared: PreparedRows } | undefined;
  return (table, { from, to }) => {
    const isSame =
      last !== undefined &&
      // A table only grows, with a new revision; another one has other ids.
      last.table.traceIds === table.traceIds &&
      last.table.revision === table.revision &&
      last.range.from === from &&
      last.range.to === to;
    if (last === undefined || !isSame)
      last = { table, range: { from, to }, prepared: prepareRows(table, { from, to }) };
    return last.prepared;
  };
}
