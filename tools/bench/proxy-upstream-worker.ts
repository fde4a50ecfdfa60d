import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';
import { legacyBody } from '#core/testing/legacy-body.ts';
import { v3Body } from '#core/testing/v3-body.ts';
import { proxiedTraces } from './proxied-traces.ts';

/*
 * A jaeger-query in a thread of its own, whose answers to a search are made beforehand: it costs as little as one can that
 * sends as much. Below /legacy it speaks the one dialect, below /v3 the other.
 */

const ANSWERS: ReadonlyMap<string, Buffer> = new Map([
  ['/legacy/api/services', Buffer.from('{"data":["gateway"],"errors":null}')],
  ['/legacy/api/traces', Buffer.from(legacyBody(proxiedTraces()))],
  ['/v3/api/v3/services', Buffer.from('{"services":["gateway"]}')],
  ['/v3/api/v3/traces', Buffer.from(v3Body(proxiedTraces()))],
]);
const BAD_ATTRIBUTES =
  '{"error":{"httpCode":400,"message":"malformed parameter query.attributes: unexpected end of JSON input"}}';

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://upstream.invalid');
  const answer = ANSWERS.get(pathname);
  if (answer === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found\n');
  else if (searchParams.get('query.attributes') === '{') response.writeHead(400).end(BAD_ATTRIBUTES);
  else response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
});
server.listen(0, '127.0.0.1', () => {
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  parentPort?.postMessage(port);
});
