import type { SpanTable } from '#core/spans/span-table.ts';
import { exportSpans } from './export-spans.ts';
import type { ExportFormat } from './span-worker-protocol.ts';

export interface ExportRequest {
  readonly table: SpanTable;
  readonly format: ExportFormat;
  readonly traces: Int32Array;
}

/** Writes one file, of a copy of the span table, while the worker that holds the table answers on. */
self.addEventListener('message', ({ data: { table, format, traces } }: MessageEvent<ExportRequest>) => {
  self.postMessage(exportSpans(table, format, traces));
});
