import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TraceRow } from '#core/analysis/trace-row.ts';
import type { TraceRowsQuestion } from '#core/analysis/trace-rows.ts';
import type { SpanStore } from './span-store.ts';

/** Rows of the list, fetched from the worker as they come into view. */
export interface RowSource {
  /** `undefined` until it has come. */
  readonly row: (tableRow: number) => TraceRow | undefined;
  /** The row at which the trace came first: it stays the same when late spans give the trace another one. */
  readonly firstRow: (tableRow: number) => number;
  readonly request: (tableRows: readonly number[]) => void;
}

/**
 * Rows for one question and one state of the table; those of the state before are shown until the new ones are there, and of a trace
 * that came again its row before.
 */
export function useRowSource(
  store: SpanStore | undefined,
  question: TraceRowsQuestion | undefined,
  tableId: unknown,
): RowSource {
  const [rows, setRows] = useState<ReadonlyMap<number, TraceRow>>(new Map());
  const asked = useRef(new Set<number>());
  const scope = useMemo(() => ({ question, tableId }), [question, tableId]);
  const current = useRef(scope);

  useEffect(() => {
    if (current.current.tableId !== scope.tableId) setRows(new Map());
    current.current = scope;
    asked.current = new Set();
  }, [scope]);

  const request = useCallback(
    (tableRows: readonly number[]) => {
      if (store === undefined || question === undefined) return;
      if (current.current !== scope) {
        current.current = scope;
        asked.current = new Set();
      }
      const missing = tableRows.filter((row) => !asked.current.has(row));
      if (missing.length === 0) return;
      for (const row of missing) asked.current.add(row);
      void store.rows(missing, question).then((answers) => {
        if (current.current !== scope) return;
        setRows((before) => new Map([...before, ...answers.map((row) => [row.row, row] as const)]));
      });
    },
    [store, question, scope],
  );
  const row = useCallback(
    (tableRow: number) => {
      for (let at: number | undefined = tableRow; at !== undefined; at = store?.oldRowOf(at)) {
        const found = rows.get(at);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    [rows, store],
  );
  const firstRow = useCallback(
    (tableRow: number) => {
      let first = tableRow;
      for (let at = store?.oldRowOf(first); at !== undefined; at = store?.oldRowOf(at)) first = at;
      return first;
    },
    [store],
  );
  return useMemo(() => ({ row, firstRow, request }), [row, firstRow, request]);
}
