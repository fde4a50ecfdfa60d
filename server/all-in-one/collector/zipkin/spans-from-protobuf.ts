import { SocketAddress } from 'node:net';
import { fromBinary } from '@bufbuild/protobuf';
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { BadZipkin } from './bad-zipkin.ts';
import { type Endpoint, type Span, SpanSchema } from './zipkin_pb.ts';
import type { ZipkinEndpoint, ZipkinSpan } from './zipkin-span.ts';

/** Many small parts of a span become far larger objects; no span that means something comes near. */
const MAX_SPAN_BYTES = 1024 * 1024;
/** A list of spans has no other fields: some may come one day, millions are no list of spans. */
const MAX_UNKNOWN_FIELDS = 1_000;
const KINDS = ['', 'CLIENT', 'SERVER', 'PRODUCER', 'CONSUMER'] as const;

/**
 * The spans of a request in protobuf. The outermost message, a list, is walked span by span as they are asked for: its many
 * elements are never all in memory.
 *
 *     ListOfSpans = ( tag 1 | length | Span )*
 *
 * @throws BadZipkin when a span that cannot be read is reached
 */
export function* spansFromProtobuf(body: Uint8Array): Generator<ZipkinSpan> {
  const reader = new BinaryReader(body);
  let unknownFields = 0;
  while (reader.pos < reader.len) {
    const bytes = guarded(() => nextSpan(reader));
    if (bytes === undefined) {
      unknownFields++;
      if (unknownFields > MAX_UNKNOWN_FIELDS) throw new BadZipkin('no list of spans');
      continue;
    }
    if (bytes.length > MAX_SPAN_BYTES) throw new BadZipkin(`a span larger than ${MAX_SPAN_BYTES} bytes`);
    yield spanOf(guarded(() => fromBinary(SpanSchema, bytes, { readUnknownFields: false })));
  }
}

/** The bytes of a span, or undefined for an unknown field. */
function nextSpan(reader: BinaryReader): Uint8Array | undefined {
  const [field, wireType] = reader.tag();
  if (field === 1 && wireType === WireType.LengthDelimited) return reader.bytes();
  reader.skip(wireType, field);
  return undefined;
}

/** Nothing but the library runs inside, and whatever it throws it means the bytes. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new BadZipkin(`proto: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function spanOf(span: Span): ZipkinSpan {
  if (span.traceId.length !== 8 && span.traceId.length !== 16) {
    throw new BadZipkin(`invalid TraceID: has length ${span.traceId.length} yet wanted length 16`);
  }
  if (span.id.length !== 8) throw new BadZipkin(`invalid SpanID: has length ${span.id.length} yet wanted length 8`);
  if (span.parentId.length !== 0 && span.parentId.length !== 8) {
    throw new BadZipkin(`invalid ParentID: has length ${span.parentId.length} yet wanted length 8`);
  }
  return {
    traceId: hex(span.traceId).padStart(32, '0'),
    id: hex(span.id),
    parentId: span.parentId.length === 0 ? undefined : hex(span.parentId),
    name: span.name,
    kind: KINDS[span.kind] ?? '',
    timestamp: span.timestamp === 0n ? undefined : span.timestamp,
    duration: span.duration,
    local: endpointOf(span.localEndpoint),
    remote: endpointOf(span.remoteEndpoint),
    annotations: span.annotations.map(({ timestamp, value }) => ({ timestamp, value })),
    tags: Object.entries(span.tags),
  };
}

function endpointOf(endpoint: Endpoint | undefined): ZipkinEndpoint | undefined {
  if (endpoint === undefined) return undefined;
  const { serviceName, ipv4, ipv6, port } = endpoint;
  return { serviceName, address: addressText(ipv6, 16) ?? addressText(ipv4, 4), port: port & 0xffff };
}

function addressText(bytes: Uint8Array, length: 4 | 16): string | undefined {
  if (bytes.length === 0) return undefined;
  if (bytes.length !== length) throw new BadZipkin(`an IP address of ${bytes.length} bytes`);
  if (length === 4) return bytes.join('.');
  const groups = hex(bytes).replace(/.{4}(?=.)/g, '$&:');
  return new SocketAddress({ address: groups, family: 'ipv6' }).address;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
