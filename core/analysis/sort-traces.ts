import type { SpanTable } from '../spans/span-table.ts';
import type { Sort } from './explore-question.ts';

/** What sorting by latency and by group needs, per trace of the table. */
export interface SortKeys {
  readonly latencies: Float64Array;
  /** Place of the trace's group in the table of values. */
  readonly groupRank: (trace: number) => number;
}

/** The rows in the asked order; between equals the newest first, then by id, so that the order never wavers. */
export function sortTraces(table: SpanTable, rows: Int32Array, sort: Sort, keys: SortKeys): Int32Array {
  if (sort.column === 'time' && isInOrder(table, rows)) return byTime(table, rows, sort.direction);
  const value = sortValue(table, rows, sort, keys);
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows
    .slice()
    .sort(
      (a, b) =>
        sign * (value(a) - value(b)) ||
        table.traceStart[b]! - table.traceStart[a]! ||
        (table.traceIds[a]! < table.traceIds[b]! ? -1 : 1),
    );
}

function isInOrder({ traceStart }: SpanTable, rows: Int32Array): boolean {
  for (let at = 1; at < rows.length; at++) if (traceStart[rows[at]!]! < traceStart[rows[at - 1]!]!) return false;
  return true;
}

/** Rows that are in the order of time already, as they mostly are: only equals need a look. A tenth of the time of sorting. */
function byTime({ traceStart, traceIds }: SpanTable, rows: Int32Array, direction: Sort['direction']): Int32Array {
  const ordered = new Int32Array(rows.length);
  for (let from = 0; from < rows.length; ) {
    let end = from + 1;
    while (end < rows.length && traceStart[rows[end]!] === traceStart[rows[from]!]) end++;
    const place = direction === 'ascending' ? from : rows.length - end;
    if (end - from === 1) ordered[place] = rows[from]!;
    else
      ordered.set(
        rows.slice(from, end).sort((a, b) => (traceIds[a]! < traceIds[b]! ? -1 : 1)),
        place,
      );
    from = end;
  }
  return ordered;
}

function sortValue(table: SpanTable, rows: Int32Array, { column }: Sort, keys: SortKeys): (trace: number) => number {
  switch (column) {
    case 'time':
      return (trace) => table.traceStart[trace]!;
    case 'duration':
      return (trace) => keys.latencies[trace]!;
    case 'spans':
      return (trace) => table.firstSpan[trace + 1]! - table.firstSpan[trace]!;
    case 'errors':
      return (trace) => errorsOf(table, trace);
    case 'group':
      return keys.groupRank;
    case 'root': {
      const ranks = rankRoots(table, rows);
      return (trace) => ranks.get(rootId(table, trace))!;
    }
  }
}

/** Spans of the trace that are marked as errors. */
export function errorsOf(table: SpanTable, trace: number): number {
  let errors = 0;
  for (let span = table.firstSpan[trace]!; span < table.firstSpan[trace + 1]!; span++) errors += table.spanError[span]!;
  return errors;
}

function rootId(table: SpanTable, trace: number): string {
  const root = table.firstSpan[trace]!;
  return `${table.services[table.spanService[root]!]}\0${table.operations[table.spanOperation[root]!]}`;
}

function rankRoots(table: SpanTable, rows: Int32Array): ReadonlyMap<string, number> {
  const names = new Set(Array.from(rows, (trace) => rootId(table, trace)));
  return new Map([...names].sort().map((name, rank) => [name, rank]));
}
