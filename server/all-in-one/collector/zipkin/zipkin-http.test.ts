import { gzipSync } from 'node:zlib';
import { create, toBinary } from '@bufbuild/protobuf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AllInOne, startAllInOne } from '../../start-all-in-one.ts';
import { ListOfSpansSchema } from './zipkin_pb.ts';

const MAX_BODY_BYTES = 64 * 1024;

let jaeger: AllInOne;

beforeAll(async () => {
  const ports = { queryPort: 0, otlpHttpPort: 0, zipkinPort: 0 };
  jaeger = await startAllInOne({ host: '127.0.0.1', ...ports, maxBodyBytes: MAX_BODY_BYTES, log: () => undefined });
});

afterAll(() => jaeger.close());

const counts = () => jaeger.counts().receivers.find(({ name }) => name === 'zipkin');
const JSON_BODY = Buffer.from('[{"traceId":"a","id":"1","timestamp":1}]');
const PROTOBUF_BODY = toBinary(
  ListOfSpansSchema,
  create(ListOfSpansSchema, { spans: [{ traceId: Buffer.alloc(16, 1), id: Buffer.alloc(8, 1), timestamp: 1n }] }),
);

async function send(path: string, bytes: Uint8Array, headers: Readonly<Record<string, string>>, method = 'POST') {
  const url = `http://127.0.0.1:${jaeger.zipkinPort}${path}`;
  const response = await fetch(url, { method, headers, body: Buffer.from(bytes) });
  return { status: response.status, text: await response.text() };
}

it.each<readonly [string, Uint8Array, Readonly<Record<string, string>>, string]>([
  ['/api/v2/spans', JSON_BODY, { 'Content-Type': 'application/json' }, 'POST'],
  ['/', JSON_BODY, {}, 'PUT'],
  ['/api/v2/spans', gzipSync(JSON_BODY), { 'Content-Encoding': 'gzip' }, 'POST'],
  ['/api/v2/spans', PROTOBUF_BODY, { 'Content-Type': 'application/x-protobuf' }, 'POST'],
])('takes spans at %s', async (path, bytes, headers, method) => {
  const before = counts();
  expect(await send(path, bytes, headers, method)).toEqual({ status: 202, text: '' });
  expect(counts()).toMatchObject({ messages: (before?.messages ?? 0) + 1, spans: (before?.spans ?? 0) + 1 });
});

it.each<readonly [number, string, string, Uint8Array, Readonly<Record<string, string>>]>([
  [415, 'spans of Zipkin v1 are not taken; send version 2 to /api/v2/spans\n', '/api/v1/spans', JSON_BODY, {}],
  [400, 'a list of spans expected\n', '/api/v2/spans', Buffer.from('{}'), {}],
  [400, 'proto: premature EOF\n', '/', Buffer.of(10, 9), { 'Content-Type': 'application/x-protobuf' }],
  [413, 'request body larger than 65536 bytes\n', '/', Buffer.alloc(MAX_BODY_BYTES + 1), {}],
  [413, 'request body larger than 65536 bytes\n', '/', gzipSync(Buffer.alloc(2 ** 24)), { 'Content-Encoding': 'gzip' }],
])('answers %s %s', async (status, text, path, bytes, headers) => {
  const before = counts();
  expect(await send(path, bytes, headers)).toEqual({ status, text });
  expect(counts()).toMatchObject({ rejected: (before?.rejected ?? 0) + 1, spans: before?.spans });
});
