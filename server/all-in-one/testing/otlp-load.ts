import { create, toBinary } from '@bufbuild/protobuf';
import { ExportTraceServiceRequestSchema, type KeyValue, SpanSchema } from '../collector/otlp_pb.ts';

export const LOAD_SERVICE = 'bench';
/** The first trace starts here, the others 10 ms after one another. Microseconds since 1970. */
export const LOAD_START_MICROS = Date.UTC(2026, 10, 23, 9) * 1000;
export const MICROS_BETWEEN_TRACES = 10_000;
export const SPANS_PER_TRACE = 2;
const FORTUNES = ['大吉', '吉', '中吉', '凶'] as const;

/**
 * OTLP requests in protobuf: traces of two spans with five attributes each, the child with the event of the article. As an
 * exporter sends them, several hundred spans to a request.
 */
export function* loadBodies(traces: number, tracesPerBody: number): Generator<Uint8Array> {
  for (let first = 0; first < traces; first += tracesPerBody) {
    const count = Math.min(tracesPerBody, traces - first);
    const spans = Array.from({ length: count }, (_, n) => traceSpans(first + n)).flat();
    const request = create(ExportTraceServiceRequestSchema, {
      resourceSpans: [
        {
          resource: { attributes: [text('service.name', LOAD_SERVICE), text('host.name', 'bench-1')] },
          scopeSpans: [{ scope: { name: 'load', version: '1.0.0' }, spans }],
        },
      ],
    });
    yield toBinary(ExportTraceServiceRequestSchema, request);
  }
}

/** The id of the nth trace, from 0 on, in hex. */
export function traceIdOf(trace: number): string {
  return Buffer.from(id(16, trace + 1)).toString('hex');
}

function traceSpans(trace: number): readonly Uint8Array[] {
  const traceId = id(16, trace + 1);
  const rootId = id(8, trace * SPANS_PER_TRACE + 1);
  const start = BigInt(LOAD_START_MICROS + trace * MICROS_BETWEEN_TRACES) * 1000n;
  const shared = { traceId, startTimeUnixNano: start };
  const root = create(SpanSchema, {
    ...shared,
    spanId: rootId,
    name: '/handler',
    kind: 2,
    endTimeUnixNano: start + 5_000_000n,
    attributes: [
      text('http.request.method', 'GET'),
      text('url.path', '/handler'),
      number('http.response.status_code', 200),
      text('user_agent.original', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0'),
      number('client.port', 1024 + (trace % 60_000)),
    ],
  });
  const child = create(SpanSchema, {
    ...shared,
    spanId: id(8, trace * SPANS_PER_TRACE + 2),
    parentSpanId: rootId,
    name: '/omikuji',
    kind: 1,
    endTimeUnixNano: start + 4_000_000n,
    attributes: [
      text('code.function.name', 'drawFortune'),
      text('thread.name', `worker-${trace % 8}`),
      number('thread.id', trace % 8),
      text('tenant', `tenant-${trace % 40}`),
      { key: 'cached', value: { value: { case: 'boolValue' as const, value: trace % 3 === 0 } } },
    ],
    events: [
      {
        name: '引きました',
        timeUnixNano: start + 2_000_000n,
        attributes: [text('omikuji', FORTUNES[trace % FORTUNES.length] ?? '')],
      },
    ],
  });
  return [root, child].map((span) => toBinary(SpanSchema, span));
}

function id(length: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, length - 6, 6);
  return bytes;
}

type Entry = Omit<KeyValue, '$typeName' | '$unknown' | 'value'> & { readonly value: object };

function text(key: string, value: string): Entry {
  return { key, value: { value: { case: 'stringValue' as const, value } } };
}

function number(key: string, value: number): Entry {
  return { key, value: { value: { case: 'intValue' as const, value: BigInt(value) } } };
}
