import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { create, fromBinary, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AllInOne, startAllInOne } from '../start-all-in-one.ts';
import {
  type AnyValue,
  AnyValueSchema,
  ExportTraceServiceRequestSchema,
  ExportTraceServiceResponseSchema,
  RpcStatusSchema,
  SpanSchema,
} from './otlp_pb.ts';

const MAX_BODY_BYTES = 64 * 1024;
const NOON = BigInt(Date.UTC(2026, 10, 23, 12)) * 1_000_000n;

let jaeger: AllInOne;

beforeAll(async () => {
  jaeger = await startAllInOne({
    host: '127.0.0.1',
    queryPort: 0,
    otlpHttpPort: 0,
    maxBodyBytes: MAX_BODY_BYTES,
    log: () => undefined,
  });
});

afterAll(() => jaeger.close());

const JSON_TYPE = 'application/json';
const PROTOBUF = 'application/x-protobuf';

async function post(body: Uint8Array | string, contentType: string, contentEncoding?: string) {
  const response = await fetch(`${jaeger.otlpUrl}/v1/traces`, {
    method: 'POST',
    headers: {
      'Content-Type': contentType,
      ...(contentEncoding === undefined ? {} : { 'Content-Encoding': contentEncoding }),
    },
    body: typeof body === 'string' ? body : Buffer.from(body),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, contentType: response.headers.get('content-type'), bytes };
}

function jsonRequest(span: object, spanId: string): string {
  const times = { startTimeUnixNano: String(NOON), endTimeUnixNano: String(NOON + 1000n) };
  const spans = [{ traceId: 'ab'.repeat(16), spanId, name: 'x', ...times, ...span }];
  return JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] });
}

function protobufRequest(span: Omit<MessageInitShape<typeof SpanSchema>, '$typeName' | '$unknown'>): Uint8Array {
  const bytes = toBinary(
    SpanSchema,
    create(SpanSchema, {
      traceId: Buffer.alloc(16, 0xcd),
      spanId: Buffer.alloc(8, 1),
      name: 'protobuf',
      startTimeUnixNano: NOON,
      endTimeUnixNano: NOON + 5000n,
      ...span,
    }),
  );
  return toBinary(
    ExportTraceServiceRequestSchema,
    create(ExportTraceServiceRequestSchema, { resourceSpans: [{ scopeSpans: [{ spans: [bytes] }] }] }),
  );
}

async function storedSpan(traceId: string, spanId: string) {
  const response = await fetch(`${jaeger.queryUrl}/api/traces/${traceId}?raw=true`);
  const { data } = (await response.json()) as { data: { spans: { spanID: string; [field: string]: unknown }[] }[] };
  return data[0]?.spans.find(({ spanID }) => spanID === spanId);
}

describe('good input', () => {
  it('takes protobuf, plain and gzipped', async () => {
    expect(await post(protobufRequest({}), PROTOBUF)).toMatchObject({ status: 200, contentType: PROTOBUF });
    const again = protobufRequest({ spanId: Buffer.alloc(8, 2), kind: 3 });
    expect(await post(gzipSync(again), PROTOBUF, 'gzip')).toMatchObject({ status: 200 });
    expect(await storedSpan('cd'.repeat(16), '01'.repeat(8))).toMatchObject({ operationName: 'protobuf', duration: 5 });
    expect(await storedSpan('cd'.repeat(16), '02'.repeat(8))).toMatchObject({
      tags: [{ key: 'span.kind', type: 'string', value: 'client' }],
    });
  });

  it('takes JSON with snake_case names, numbers for integers and names for enums', async () => {
    const span = {
      kind: 'SPAN_KIND_SERVER',
      parent_span_id: '00000000000000aa',
      attributes: [{ key: 'n', value: { int_value: 7 } }],
    };
    expect(await post(jsonRequest(span, '1'.repeat(16)), JSON_TYPE)).toMatchObject({ status: 200 });
    expect(await storedSpan('ab'.repeat(16), '1'.repeat(16))).toMatchObject({
      references: [{ refType: 'CHILD_OF', spanID: '00000000000000aa' }],
      tags: [
        { key: 'n', type: 'int64', value: 7 },
        { key: 'span.kind', type: 'string', value: 'server' },
      ],
    });
  });

  it('refuses a span with an all-zero id, takes the others, and tells the sender', async () => {
    const answer = await post(protobufRequest({ traceId: new Uint8Array() }), PROTOBUF);
    const { partialSuccess } = fromBinary(ExportTraceServiceResponseSchema, answer.bytes);
    expect(answer.status).toBe(200);
    expect(partialSuccess?.rejectedSpans).toBe(1n);
    expect(jaeger.counts().refusedSpans).toBe(1);
  });
});

describe('bad input', () => {
  it.each([
    ['garbage as JSON', 'garbage', JSON_TYPE],
    ['JSON that is no object', '[1]', JSON_TYPE],
    ['a list where an object should be', '{"resourceSpans":[[]]}', JSON_TYPE],
    ['a number where a list should be', '{"resourceSpans":7}', JSON_TYPE],
    ['an id that is not hex', jsonRequest({ traceId: 'xy' }, '1'.repeat(16)), JSON_TYPE],
    ['an id of the wrong length', jsonRequest({ traceId: 'abab' }, '1'.repeat(16)), JSON_TYPE],
    ['a name that is a number', jsonRequest({ name: 5 }, '1'.repeat(16)), JSON_TYPE],
    ['a time that is no number', jsonRequest({ startTimeUnixNano: 'noon' }, '1'.repeat(16)), JSON_TYPE],
  ])('answers 400 to %s', async (_, body, contentType) => {
    const answer = await post(body, contentType);
    expect(answer).toMatchObject({ status: 400, contentType: JSON_TYPE });
    expect(JSON.parse(answer.bytes.toString())).toMatchObject({ code: 3, message: expect.stringMatching(/./) });
  });

  it.each([
    ['garbage', Buffer.from('garbage')],
    ['a message cut short', protobufRequest({}).slice(0, -3)],
    ['an id of the wrong length', protobufRequest({ traceId: Buffer.alloc(15, 1) })],
  ])('answers 400 to %s as protobuf', async (_, body) => {
    const answer = await post(body, PROTOBUF);
    expect(answer).toMatchObject({ status: 400, contentType: PROTOBUF });
    expect(fromBinary(RpcStatusSchema, answer.bytes)).toMatchObject({ code: 3 });
  });

  it('stores nothing of a request of which one span is unreadable', async () => {
    const before = jaeger.counts().spans;
    const good = { traceId: 'ef'.repeat(16), spanId: '01'.repeat(8), name: 'good' };
    const body = { resourceSpans: [{ scopeSpans: [{ spans: [good, { ...good, spanId: 'bad' }] }] }] };
    expect(await post(JSON.stringify(body), JSON_TYPE)).toMatchObject({ status: 400 });
    expect(jaeger.counts().spans).toBe(before);
  });

  it('answers 415 to another content type', async () => {
    expect(await post('{}', 'text/plain')).toMatchObject({ status: 415 });
  });

  it('answers 400 to broken gzip and to an unknown encoding', async () => {
    const cut = gzipSync('{"resourceSpans":[]}').subarray(0, -6);
    expect(await post(cut, JSON_TYPE, 'gzip')).toMatchObject({ status: 400 });
    expect(await post('not gzip', JSON_TYPE, 'gzip')).toMatchObject({ status: 400 });
    expect(await post('{}', JSON_TYPE, 'br')).toMatchObject({ status: 400 });
    expect(await post('{}', JSON_TYPE, 'constructor')).toMatchObject({ status: 400 });
  });

  it('answers 413 to a body that is too large, as it comes or once decompressed', async () => {
    const padding = ' '.repeat(MAX_BODY_BYTES);
    const large = await post(`{${padding}}`, JSON_TYPE);
    expect(large).toMatchObject({ status: 413 });
    expect(JSON.parse(large.bytes.toString())).toEqual({ code: 8, message: 'request body larger than 65536 bytes' });
    const bomb = gzipSync(`{${padding.repeat(100)}}`);
    expect(bomb.length).toBeLessThan(MAX_BODY_BYTES);
    expect(await post(bomb, PROTOBUF, 'gzip')).toMatchObject({ status: 413, contentType: PROTOBUF });
  });

  it('cuts a body that goes on and on', async () => {
    const socket = connect(jaeger.otlpHttpPort, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: ${JSON_TYPE}\r\nContent-Length: 1000000000\r\n\r\n${' '.repeat(5 * MAX_BODY_BYTES)}`,
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('answers 400 to values nested without end, and cuts those that are nested deep', async () => {
    const nested = (depth: number): AnyValue =>
      depth === 0
        ? create(AnyValueSchema, { value: { case: 'boolValue', value: true } })
        : create(AnyValueSchema, {
            value: { case: 'arrayValue', value: { values: [nested(depth - 1)] } } as AnyValue['value'],
          });
    const withDepth = (depth: number): Uint8Array =>
      protobufRequest({ spanId: Buffer.alloc(8, 3), attributes: [{ key: 'deep', value: nested(depth) }] });
    expect(await post(withDepth(40), PROTOBUF)).toMatchObject({ status: 200 });
    expect(await storedSpan('cd'.repeat(16), '03'.repeat(8))).toMatchObject({
      tags: [{ key: 'deep', value: `${'['.repeat(17)}"…"${']'.repeat(17)}` }],
    });
    expect(await post(withDepth(200), PROTOBUF)).toMatchObject({ status: 400 });
    const json = `{"resourceSpans":[{"resource":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}]}`;
    expect((await post(json, JSON_TYPE)).status).toBeLessThan(500);
  });

  it('keeps the first thousand attributes of a span and says so', async () => {
    const attributes = Array.from({ length: 1001 }, (_, n) => ({ key: `k${n}` }));
    await post(protobufRequest({ spanId: Buffer.alloc(8, 4), attributes }), PROTOBUF);
    const span = await storedSpan('cd'.repeat(16), '04'.repeat(8));
    expect(span).toMatchObject({ warnings: ['kept the first 1000 of 1001 attributes'] });
    expect(span?.tags).toHaveLength(1000);
  });
});
