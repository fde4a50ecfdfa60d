import type { ExportRequest } from './export-worker.ts';
import type { SpansExport } from './span-worker-protocol.ts';

/**
 * Writes a file in a worker of its own, which ends with it: writing takes seconds where there is much, and the writer is no weight for
 * whoever wants no file.
 */
export async function exportInWorker(request: ExportRequest): Promise<SpansExport> {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<SpansExport>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<SpansExport>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}
