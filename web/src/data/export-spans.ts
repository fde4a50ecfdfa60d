import { spansArrow } from '#core/export/spans-arrow.ts';
import { TooLargeError } from '#core/export/too-large-error.ts';
import { tracesJaegerJson } from '#core/export/traces-jaeger-json.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import type { ExportFormat, SpansExport } from './span-worker-protocol.ts';

/** As much as a browser holds twice without trouble. */
const MAX_BYTES = 256 * 2 ** 20;

/** Spans of traces, by their rows, as a file. */
export function exportSpans(
  table: SpanTable,
  format: ExportFormat,
  rows: Int32Array,
  maxBytes = MAX_BYTES,
): SpansExport {
  try {
    switch (format) {
      case 'arrow': {
        const bytes = spansArrow(table, rows, maxBytes);
        return { status: 'ok', file: new Blob([bytes], { type: 'application/vnd.apache.arrow.file' }) };
      }
      case 'jaeger-json':
        return { status: 'ok', file: jsonFile(table, rows, maxBytes) };
    }
  } catch (error) {
    if (error instanceof TooLargeError) return { status: 'too-large', maxBytes };
    throw error;
  }
}

function jsonFile(table: SpanTable, rows: Int32Array, maxBytes: number): Blob {
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const text of tracesJaegerJson(table, rows)) {
    const piece = encoder.encode(text);
    size += piece.byteLength;
    if (size > maxBytes) throw new TooLargeError(maxBytes);
    pieces.push(piece);
  }
  return new Blob(pieces, { type: 'application/json' });
}
