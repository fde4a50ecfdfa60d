import { once } from 'node:events';
import { connect as connectH2, type OutgoingHttpHeaders } from 'node:http2';
import { connect } from 'node:net';
import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { compressionGzip, createGrpcTransport, Http2SessionManager } from '@connectrpc/connect-node';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Listening } from '../listen.ts';
import { listenH2 } from '../listen-h2.ts';
import { SpanStore } from '../store/span-store.ts';
import { ExportTraceServiceRequestSchema, SpanSchema } from './otlp_pb.ts';
import { otlpGrpc } from './otlp-grpc.ts';
import { type ReceiverMeter, receiverMeter } from './receiver-meter.ts';
import { TraceService } from './trace_service_pb.ts';

const MAX_BODY_BYTES = 64 * 1024;
const TRACE_ID = 'cd'.repeat(16);

let store: SpanStore;
let meter: ReceiverMeter;
let listening: Listening;
let sessions: Http2SessionManager;
let client: ReturnType<typeof createClient<typeof TraceService>>;

async function start(): Promise<void> {
  store = new SpanStore({ maxTraces: 10, maxSpans: 10_000, maxSpansPerTrace: 10_000 }, () => undefined);
  meter = receiverMeter('otlp-grpc', () => undefined);
  const listener = otlpGrpc({ sink: store, meter, maxBodyBytes: MAX_BODY_BYTES, log: () => undefined });
  listening = await listenH2(listener, '127.0.0.1', 0);
  sessions = new Http2SessionManager(listening.url);
  client = createClient(TraceService, createGrpcTransport({ baseUrl: listening.url, sessionManager: sessions }));
}

async function stop(): Promise<void> {
  sessions.abort();
  await listening.close();
}

type SpanInit = Omit<MessageInitShape<typeof SpanSchema>, '$typeName' | '$unknown'>;

function request(...spans: readonly SpanInit[]) {
  const bytes = spans.map((span) =>
    toBinary(
      SpanSchema,
      create(SpanSchema, { traceId: Buffer.from(TRACE_ID, 'hex'), spanId: Buffer.alloc(8, 1), name: 'x', ...span }),
    ),
  );
  return create(ExportTraceServiceRequestSchema, { resourceSpans: [{ scopeSpans: [{ spans: bytes }] }] });
}

const failure = (promise: Promise<unknown>): Promise<ConnectError> =>
  promise.then(
    () => {
      throw new Error('was taken');
    },
    (error: unknown) => ConnectError.from(error),
  );

describe('OTLP over gRPC', () => {
  beforeEach(async () => {
    await start();
    return stop;
  });

  it('takes spans of a gRPC client, and counts them', async () => {
    const { partialSuccess } = await client.export(request({ name: 'first' }, { name: 'second' }));
    expect(partialSuccess?.rejectedSpans).toBe(0n);
    expect(store.trace(TRACE_ID)?.spans.map(({ name }) => name)).toEqual(['first', 'second']);
    expect(meter.counts(4317)).toEqual({ name: 'otlp-grpc', port: 4317, messages: 1, rejected: 0, spans: 2 });
  });

  it('takes gzip', async () => {
    const transport = createGrpcTransport({
      baseUrl: listening.url,
      sessionManager: sessions,
      sendCompression: compressionGzip,
      compressMinBytes: 0,
    });
    await createClient(TraceService, transport).export(request({ name: 'z'.repeat(1000) }));
    expect(store.trace(TRACE_ID)?.spans[0]?.name).toHaveLength(1000);
  });

  it('tells how many spans it refused for an all-zero id', async () => {
    const { partialSuccess } = await client.export(request({}, { traceId: new Uint8Array() }));
    expect(partialSuccess).toMatchObject({ rejectedSpans: 1n, errorMessage: expect.stringContaining('all-zero') });
    expect(store.counters()).toMatchObject({ spans: 1, refusedSpans: 1 });
  });

  it('stores nothing of a request of which one span is unreadable, and says so', async () => {
    const error = await failure(client.export(request({}, { spanId: Buffer.alloc(7, 1) })));
    expect(error.code).toBe(Code.Internal);
    expect(error.rawMessage).toMatch(/^grpc: error unmarshalling request: invalid id/);
    expect(store.counters().spans).toBe(0);
    expect(meter.counts(0)).toMatchObject({ messages: 1, rejected: 1, spans: 0 });
  });

  it('refuses a request that is too large, as it comes or once decompressed, and serves the next', async () => {
    const large = request({ name: ' '.repeat(MAX_BODY_BYTES) });
    expect((await failure(client.export(large))).code).toBe(Code.ResourceExhausted);
    const gzip = createGrpcTransport({ baseUrl: listening.url, sendCompression: compressionGzip });
    expect((await failure(createClient(TraceService, gzip).export(large))).code).toBe(Code.ResourceExhausted);
    expect(meter.counts(0)).toMatchObject({ messages: 2, rejected: 2 });
    await client.export(request({}));
    expect(store.counters().spans).toBe(1);
  });

  it.each([
    ['/opentelemetry.proto.collector.trace.v1.TraceService/Nope', /^unknown method Nope for service /],
    ['/grpc.health.v1.Health/Check', /^unknown service grpc\.health\.v1\.Health$/],
    ['/%/a/b', /^malformed method name: /],
  ])('answers "unimplemented" to %s', async (path, message) => {
    expect(await statusOf(path, 'application/grpc')).toMatchObject({
      ':status': 200,
      'grpc-status': '12',
      'grpc-message': expect.stringMatching(message),
    });
    expect(meter.counts(0)).toMatchObject({ messages: 1, rejected: 1 });
  });

  it('answers 415 to what is not gRPC', async () => {
    const path = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';
    expect(await statusOf(path, 'text/plain')).toMatchObject({ ':status': 415 });
    expect(await statusOf(path, 'application/grpc-web')).toMatchObject({ ':status': 415 });
  });

  it('answers 400 to an address that is none, and 405 to CONNECT', async () => {
    const path = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';
    const grpc = { 'content-type': 'application/grpc' };
    expect(await headersOf({ ':method': 'POST', ':path': path, ':authority': 'a:99999999', ...grpc })).toMatchObject({
      ':status': 400,
      'grpc-status': '3',
    });
    expect(await headersOf({ ':method': 'CONNECT', ':authority': 'a:1' })).toMatchObject({ ':status': 405 });
  });

  it('has 32 requests in memory at most, and tells further ones to come again', async () => {
    const session = connectH2(listening.url);
    const path = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';
    const streams = Array.from({ length: 33 }, () => {
      const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc' });
      stream.write(Buffer.from([0, 0, 0, 1, 0]));
      return stream;
    });
    const [headers] = await once(streams.at(-1)!, 'response');
    expect(headers).toMatchObject({ ':status': 200, 'grpc-status': '14' });
    expect(meter.counts(0)).toMatchObject({ messages: 1, rejected: 1 });
    session.destroy();
    const isTaken = () =>
      client.export(request({})).then(
        () => true,
        () => false,
      );
    await expect.poll(isTaken).toBe(true);
  });

  it('closes while a client is connected', async () => {
    await client.export(request({}));
    await listening.close();
    expect((await failure(client.export(request({})))).code).toBe(Code.Unavailable);
  });

  it('closes while a request is still coming', async () => {
    const session = connectH2(listening.url);
    session.on('error', () => undefined);
    const stream = session.request({
      ':method': 'POST',
      ':path': '/opentelemetry.proto.collector.trace.v1.TraceService/Export',
      'content-type': 'application/grpc',
    });
    stream.on('error', () => undefined);
    stream.write(Buffer.from([0, 0, 0, 1, 0]));
    await once(session, 'remoteSettings');
    const closed = once(session, 'close');
    await listening.close();
    await closed;
  });
});

describe('garbage', () => {
  beforeAll(start);
  afterAll(stop);

  it('is answered or cut, and the next request is served', async () => {
    const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
    const settings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
    const start = fc.constantFrom(Buffer.alloc(0), preface, Buffer.concat([preface, settings]));
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ minLength: 30, maxLength: 300 }), async (head, bytes) => {
        const socket = connect(listening.port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.resume();
        socket.end(Buffer.concat([head, bytes]));
        await once(socket, 'close');
      }),
      { numRuns: 200 },
    );
    const before = store.counters().spans;
    await client.export(request({}));
    expect(store.counters().spans).toBe(before + 1);
  });

  it('within a message is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        const broken = create(ExportTraceServiceRequestSchema, {
          resourceSpans: [{ scopeSpans: [{ spans: [bytes] }] }],
        });
        const code = await client.export(broken).then(
          () => undefined,
          (error: unknown) => ConnectError.from(error).code,
        );
        expect([undefined, Code.Internal]).toContain(code);
      }),
      { numRuns: 300 },
    );
  });
});

function statusOf(path: string, contentType: string) {
  return headersOf({ ':method': 'POST', ':path': path, 'content-type': contentType });
}

async function headersOf(requestHeaders: OutgoingHttpHeaders) {
  const session = connectH2(listening.url);
  const stream = session.request(requestHeaders);
  stream.resume();
  stream.end();
  const [headers] = await once(stream, 'response');
  session.close();
  await once(session, 'close');
  return headers;
}
