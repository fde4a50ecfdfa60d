import type { IncomingMessage, ServerResponse } from 'node:http';

const EVERY_TRACE = '{"strategyType":"PROBABILISTIC","probabilisticSampling":{"samplingRate":1}}';
const TEXT = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };

/**
 * Tells clients which traces to sample: all. `GET /sampling?service=` as the `remote_sampling` extension of Jaeger 2.20
 * answers it, and `/` as old clients ask it.
 */
export function samplingHttp({ method, url = '/' }: IncomingMessage, response: ServerResponse): void {
  const [path, query] = url.split('?', 2);
  if (path !== '/sampling' && path !== '/') {
    response.writeHead(404, TEXT).end('404 page not found\n');
  } else if (method !== 'GET') {
    response.writeHead(405).end();
  } else if (new URLSearchParams(query).getAll('service').length !== 1) {
    response.writeHead(400, TEXT).end("'service' parameter must be provided once\n");
  } else {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(EVERY_TRACE);
  }
}
