import type { TraceRow } from '#core/analysis/trace-row.ts';

/** Rows of the list, made elsewhere and on demand. */
export interface RowSource {
  /** The row of a trace by its row in the span table; `undefined` where it has not come yet. */
  readonly row: (tableRow: number) => TraceRow | undefined;
  /** Asks for rows; those that are there already cost nothing. */
  readonly request: (tableRows: readonly number[]) => void;
}
