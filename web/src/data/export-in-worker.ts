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
      worker.addEventListener('error', (event) => {
        // A fault of the program has words; that there is none has not.
        reject(
          new Error(event instanceof ErrorEvent ? event.message : 'Its program did not come: load the page anew.'),
        );
      });
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}
