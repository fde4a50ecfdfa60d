import { describe, expect, it } from 'vitest';
import { spansArrow } from '#core/export/spans-arrow.ts';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { tableOf } from '#core/testing/table-from-drawings.ts';
import { exportSpans } from './export-spans.ts';
import type { ExportFormat } from './span-worker-protocol.ts';

const DRAWS = demoTraces({ seed: 1, traces: 3 });
const TABLE = tableOf(DRAWS);

function fileOf(format: ExportFormat, rows: Int32Array): Blob {
  const written = exportSpans(TABLE, format, rows);
  if (written.status !== 'ok') throw new Error(written.status);
  return written.file;
}

describe('exportSpans', () => {
  it('gives the traces that are asked for as Jaeger JSON', async () => {
    const file = fileOf('jaeger-json', Int32Array.of(2, 0));
    const { data } = JSON.parse(await file.text());
    expect(data.map(({ traceID }: { traceID: string }) => traceID)).toEqual([DRAWS[2]!.id, DRAWS[0]!.id]);
    expect(file.type).toBe('application/json');
  });

  it('gives their spans as an Arrow file', async () => {
    const bytes = await fileOf('arrow', Int32Array.of(1)).arrayBuffer();
    expect(new Uint8Array(bytes)).toEqual(spansArrow(TABLE, Int32Array.of(1), 2 ** 20));
  });

  it.each<ExportFormat>(['arrow', 'jaeger-json'])('gives no file as %s that would be too large', (format) => {
    const rows = Int32Array.of(0, 1, 2);
    const { size } = fileOf(format, rows);
    expect(exportSpans(TABLE, format, rows, size).status).toBe('ok');
    expect(exportSpans(TABLE, format, rows, size - 1)).toEqual({ status: 'too-large', maxBytes: size - 1 });
  });
});
