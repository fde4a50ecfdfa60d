import { spansArrow } from '#core/export/spans-arrow.ts';
import { TooLargeError } from '#core/export/too-large-error.ts';
import { tracesJaegerJson } from '#core/export/traces-jaeger-json.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import type { ExportFormat, SpansExport } from './span-worker-protocol.ts';

/** As much as a browser holds twice without trouble. */
const MAX_BYTES = 256 * 2 ** 20;

/** Spans of traces, by their rows, as a file; a trace a step where the format allows it. */
export function* exportSpansInSteps(
  table: SpanTable,
  format: ExportFormat,
  rows: Int32Array,
): Generator<void, SpansExport> {
  switch (format) {
    case 'arrow':
      return arrowFile(table, rows);
    case 'jaeger-json':
      return yield* jsonFile(table, rows);
  }
}

function arrowFile(table: SpanTable, rows: Int32Array): SpansExport {
  try {
    const bytes = spansArrow(table, rows, MAX_BYTES);
    return { status: 'ok', file: new Blob([bytes], { type: 'application/vnd.apache.arrow.file' }) };
  } catch (error) {
    if (error instanceof TooLargeError) return { status: 'too-large', maxBytes: MAX_BYTES };
    throw error;
  }
}

function* jsonFile(table: SpanTable, rows: Int32Array): Generator<void, SpansExport> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const text of tracesJaegerJson(table, rows)) {
    const piece = encoder.encode(text);
    size += piece.byteLength;
    if (size > MAX_BYTES) return { status: 'too-large', maxBytes: MAX_BYTES };
    pieces.push(piece);
    yield;
  }
  return { status: 'ok', file: new Blob(pieces, { type: 'application/json' }) };
}
