import type { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, gzipSync } from 'node:zlib';
import { legacyBody } from '#core/testing/legacy-body.ts';
import {
  answering,
  breakingAfter,
  failing,
  hangingAfter,
  silent,
  type UpstreamBehaviour,
} from '../../jaeger-query/testing/fake-upstream.ts';
import { HELD_TRACES, healthyJaeger, LEGACY_BODY } from './healthy-jaeger.ts';
import type { UpstreamFault } from './upstream-fault.ts';

const PART = LEGACY_BODY.slice(0, LEGACY_BODY.length / 2);
const JSON_TYPE = { 'content-type': 'application/json' };

/** How an HTTP server with such a fault answers a search. Whether anybody listens, and with which certificate, is not its matter. */
export function behaviourOf(fault: UpstreamFault, elsewhereUrl: string): UpstreamBehaviour {
  switch (fault.kind) {
    case 'refused':
    case 'name-unknown':
    case 'certificate':
      return healthyJaeger('legacy');
    case 'reset':
      return (request) => void request.socket.resetAndDestroy();
    case 'hang':
      return fault.where === 'before' ? silent : hangingAfter(PART);
    case 'truncated':
      return breakingAfter(PART);
    case 'half':
      return answering(200, PART);
    case 'chunk-broken':
      return raw(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${hex(PART)}\r\n${PART}\r\nno number\r\n`);
    case 'gzip-broken':
      return answeringBytes(fault.where === 'start' ? Buffer.from(LEGACY_BODY) : brokenGzip());
    case 'gzip-bomb':
      return (_request, response) => {
        response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
        void send(longText(fault.bytes), response, true);
      };
    case 'wrong-length':
      return fault.announced === 'less'
        ? raw(`HTTP/1.1 200 OK\r\nContent-Length: ${PART.length}\r\n\r\n${LEGACY_BODY}`)
        : raw(`HTTP/1.1 200 OK\r\nContent-Length: ${2 * Buffer.byteLength(LEGACY_BODY)}\r\n\r\n${LEGACY_BODY}`);
    case 'html':
      return answering(200, '<!doctype html><title>Welcome</title>', { 'content-type': 'text/html' });
    case 'status':
      return answering(fault.status, fault.body);
    case 'redirect-loop':
      return (request, response) => answering(302, '', { location: request.url ?? '/' })(request, response);
    case 'redirect-elsewhere':
      return answering(307, '', { location: elsewhereUrl });
    case 'drip':
      return fault.where === 'head' ? drippingHead(fault.everyMillis) : drippingBody(fault.everyMillis);
    case 'head-long':
      return answering(200, LEGACY_BODY, { 'x-long': 'x'.repeat(64 * 1024) });
    case 'no-http':
      return raw('220 mail.example ESMTP\r\n');
    case 'large':
      return (_request, response) => {
        response.writeHead(200, JSON_TYPE);
        void send(manyTraces(fault.bytes), response, false);
      };
    case 'upgraded':
      return healthyJaeger('v3');
    case 'storage-away':
      return failing(500, 'gocql: no hosts available in the pool');
  }
}

function drippingHead(everyMillis: number): UpstreamBehaviour {
  return ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nX-Long: ');
    every(everyMillis, () => socket.write('x'), socket);
  };
}

function drippingBody(everyMillis: number): UpstreamBehaviour {
  return (_request, response) => {
    response.writeHead(200, JSON_TYPE);
    let at = 0;
    every(everyMillis, () => response.write(LEGACY_BODY.charAt(at++ % LEGACY_BODY.length)), response);
  };
}

function every(millis: number, act: () => void, until: EventEmitter): void {
  const timer = setInterval(act, millis);
  until.once('close', () => clearInterval(timer));
}

/** Exactly these bytes, whatever HTTP says of them. The connection stays open. */
function raw(text: string): UpstreamBehaviour {
  return (request) => void request.socket.write(text);
}

function hex(text: string): string {
  return Buffer.byteLength(text).toString(16);
}

function answeringBytes(bytes: Uint8Array): UpstreamBehaviour {
  return (_request, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(bytes);
  };
}

/** The first half, then a block of a type that there is not. */
function brokenGzip(): Uint8Array {
  return Buffer.concat([gzipSync(PART, { finishFlush: constants.Z_SYNC_FLUSH }), Buffer.alloc(100, 0xff)]);
}

/** Whoever hangs up in the middle is what the test is about. */
async function send(parts: Iterable<string>, response: ServerResponse, isGzip: boolean): Promise<void> {
  const source = Readable.from(parts, { objectMode: false });
  const sending = isGzip ? pipeline(source, createGzip({ level: 1 }), response) : pipeline(source, response);
  await sending.catch(() => undefined);
}

const LONG = ' '.repeat(65_536);

function* longText(bytes: number): Generator<string> {
  yield '{"data":[{"traceID":"1","spans":"';
  for (let sent = 0; sent < bytes; sent += LONG.length) yield LONG;
  yield '"}]}';
}

/** The traces that there are, again and again: a body that is right until it is cut. */
function* manyTraces(bytes: number): Generator<string> {
  const trace = legacyBody(HELD_TRACES.slice(0, 1))
    .slice('{"data":['.length)
    .replace(/\],"total"[\s\S]*$/, '');
  const some = `${trace},`.repeat(50);
  yield '{"data":[';
  for (let sent = 0; sent < bytes; sent += some.length) yield some;
  yield `${trace}]}`;
}
