import type { SpanTable } from '../spans/span-table.ts';
import { SpanTableBuilder } from '../spans/span-table-builder.ts';
import type { Trace } from '../trace/trace.ts';
import { addMicros, SECOND, type UnixMicros, unixMicros } from '../units.ts';
import { traceFromDrawing } from './trace-from-drawing.ts';

const FIRST_START = unixMicros(1_795_424_400_000_000);

/** The start of trace `row` of `tableFromDrawings`. */
export function drawnStart(row: number): UnixMicros {
  return addMicros(FIRST_START, row * SECOND);
}

/** A span table of these traces, in their order. */
export function tableOf(traces: Iterable<Trace>): SpanTable {
  const builder = new SpanTableBuilder();
  for (const trace of traces) builder.appendTrace(trace);
  return builder.table();
}

/**
 * The span table of several drawings (see `traceFromDrawing`), set apart by blank lines. The traces start a second after one another,
 * the first at 2026-11-23T09:00:00Z; their ids count from 1.
 *
 * @throws SyntaxError that quotes the line which is none.
 */
export function tableFromDrawings(drawings: string): SpanTable {
  const texts = drawings.split(/\n[ \t]*\n/).filter((text) => text.trim() !== '');
  return tableOf(
    texts.map((text, row) =>
      traceFromDrawing(text, { traceId: String(row + 1).padStart(32, '0'), start: drawnStart(row) }),
    ),
  );
}
