import type { IncomingMessage, ServerResponse } from 'node:http';

const EVERY_TRACE = '{"strategyType":"PROBABILISTIC","probabilisticSampling":{"samplingRate":1}}';
const TEXT = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };

/**
 * Tells clients which traces to sample: all. `GET /sampling?service=`, or any other path, as the `remote_sampling` extension of
 * Jaeger 2 answers it.
 */
export function samplingHttp({ url = '/' }: IncomingMessage, response: ServerResponse): void {
  const [, query] = url.split('?', 2);
  if (new URLSearchParams(query).getAll('service').length === 1) {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(EVERY_TRACE);
  } else {
    response.writeHead(400, TEXT).end("'service' parameter must be provided once\n");
  }
}
