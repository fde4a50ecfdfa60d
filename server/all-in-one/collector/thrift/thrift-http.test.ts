import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AllInOne, startAllInOne } from '../../start-all-in-one.ts';
import { testingBatch, testingThriftSpan } from './testing/testing-batch.ts';
import { batchBody } from './testing/write-batch.ts';

const MAX_BODY_BYTES = 64 * 1024;

type Headers = Readonly<Record<string, string>>;

let jaeger: AllInOne;

beforeAll(async () => {
  const ports = { queryPort: 0, otlpHttpPort: 0, thriftHttpPort: 0 };
  jaeger = await startAllInOne({ host: '127.0.0.1', ...ports, maxBodyBytes: MAX_BODY_BYTES, log: () => undefined });
});

afterAll(() => jaeger.close());

const body = batchBody(testingBatch(testingThriftSpan()));

async function post(bytes: Uint8Array, headers: Headers, path = '/api/traces') {
  const response = await fetch(`http://127.0.0.1:${jaeger.thriftHttpPort}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-thrift', ...headers },
    body: Buffer.from(bytes),
  });
  return { status: response.status, text: await response.text() };
}

const counts = () => jaeger.counts().receivers.find(({ name }) => name === 'thrift-http');

it.each<readonly [what: string, bytes: Uint8Array, headers: Headers, path: string]>([
  ['as it is', body, {}, '/api/traces'],
  [
    'with the other content type, and a parameter',
    body,
    { 'Content-Type': 'application/vnd.apache.thrift.binary; v=1' },
    '/api/traces',
  ],
  ['with a format that nobody reads', body, {}, '/api/traces?format=jaeger.thrift'],
  ['as gzip', gzipSync(body), { 'Content-Encoding': 'gzip' }, '/api/traces'],
  ['as deflate', deflateSync(body), { 'Content-Encoding': 'deflate' }, '/api/traces'],
  ['as zlib', deflateSync(body), { 'Content-Encoding': 'zlib' }, '/api/traces'],
  ['as zstd', zstdCompressSync(body), { 'Content-Encoding': 'zstd' }, '/api/traces'],
])('takes a batch %s', async (_, bytes, headers, path) => {
  const before = counts();
  expect(await post(bytes, headers, path)).toEqual({ status: 202, text: '' });
  expect(counts()).toMatchObject({ messages: (before?.messages ?? 0) + 1, spans: (before?.spans ?? 0) + 1 });
});

it.each<readonly [status: number, text: string, bytes: Uint8Array, headers: Headers, path: string]>([
  [404, '404 page not found\n', body, {}, '/api/other'],
  [400, 'Unsupported content type: text/x&amp;y\n', body, { 'Content-Type': 'text/x&y' }, '/api/traces'],
  [400, 'Unable to process request body: Required field Process is not set\n', Buffer.of(0), {}, '/api/traces'],
  [400, 'unsupported Content-Encoding: br\n', body, { 'Content-Encoding': 'br' }, '/api/traces'],
  [413, 'request body larger than 65536 bytes\n', new Uint8Array(MAX_BODY_BYTES + 1), {}, '/api/traces'],
  [
    413,
    'request body larger than 65536 bytes\n',
    zstdCompressSync(Buffer.alloc(2 ** 26)),
    { 'Content-Encoding': 'zstd' },
    '/api/traces',
  ],
])('answers %s %s', async (status, text, bytes, headers, path) => {
  const before = counts();
  expect(await post(bytes, headers, path)).toEqual({ status, text });
  expect(counts()).toMatchObject({ rejected: (before?.rejected ?? 0) + 1, spans: before?.spans });
});

it('answers 400 to compressed bytes that are broken', async () => {
  for (const encoding of ['gzip', 'deflate', 'zstd']) {
    expect(await post(body, { 'Content-Encoding': encoding })).toMatchObject({ status: 400 });
  }
});
