import { describe, expect, it } from 'vitest';
import { spansArrow } from '#core/export/spans-arrow.ts';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { tableOf } from '#core/testing/table-from-drawings.ts';
import { exportSpansInSteps } from './export-spans.ts';
import type { ExportFormat } from './span-worker-protocol.ts';

const DRAWS = demoTraces({ seed: 1, traces: 3 });

function fileOf(format: ExportFormat, rows: Int32Array): { readonly file: Blob; readonly steps: number } {
  const generator = exportSpansInSteps(tableOf(DRAWS), format, rows);
  for (let steps = 0; ; steps++) {
    const step = generator.next();
    if (step.done !== true) continue;
    if (step.value.status !== 'ok') throw new Error(step.value.status);
    return { file: step.value.file, steps };
  }
}

describe('exportSpansInSteps', () => {
  it('gives the traces that are asked for as Jaeger JSON, with a step after each', async () => {
    const { file, steps } = fileOf('jaeger-json', Int32Array.of(2, 0));
    const { data } = JSON.parse(await file.text());
    expect(data.map(({ traceID }: { traceID: string }) => traceID)).toEqual([DRAWS[2]!.id, DRAWS[0]!.id]);
    expect(steps).toBe(3);
    expect(file.type).toBe('application/json');
  });

  it('gives their spans as an Arrow file', async () => {
    const { file } = fileOf('arrow', Int32Array.of(1));
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(spansArrow(tableOf(DRAWS), Int32Array.of(1), 2 ** 20));
  });
});
