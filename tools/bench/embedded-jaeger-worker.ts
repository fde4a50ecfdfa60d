import { parentPort } from 'node:worker_threads';
import { startAllInOne } from '../../server/all-in-one/start-all-in-one.ts';

/* Runs in a worker thread, so that the program which asks has a thread of its own, as it has with a real Jaeger. */

export interface JaegerUrls {
  readonly queryUrl: string;
  readonly otlpUrl: string;
}

const { queryUrl, otlpUrl } = await startAllInOne({
  host: '127.0.0.1',
  queryPort: 0,
  otlpHttpPort: 0,
  log: () => undefined,
});
parentPort?.postMessage({ queryUrl, otlpUrl } satisfies JaegerUrls);
