import { create, fromBinary } from '@bufbuild/protobuf';
import { BadOtlp } from './bad-otlp.ts';
import {
  type ExportTraceServiceRequest,
  ExportTraceServiceRequestSchema,
  ResourceSchema,
  type Span,
  SpanSchema,
} from './otlp_pb.ts';
import type { SpanGroup } from './span-group.ts';

/**
 * The groups of an OTLP request in protobuf.
 *
 * @throws BadOtlp where the bytes are no such message; for a single span only when it is reached
 */
export function groupsFromProtobuf(body: Uint8Array): readonly SpanGroup[] {
  return groupsFromRequest(decodeRequest(body));
}

/** The groups of a request whose spans are still bytes; a bad span throws `BadOtlp` when it is reached. */
export function groupsFromRequest({ resourceSpans }: ExportTraceServiceRequest): readonly SpanGroup[] {
  return resourceSpans.flatMap(({ resource = create(ResourceSchema), schemaUrl: resourceSchemaUrl, scopeSpans }) =>
    scopeSpans.map(({ scope, schemaUrl: scopeSchemaUrl, spans }) => ({
      resource,
      resourceSchemaUrl,
      scope,
      scopeSchemaUrl,
      spans: decodeSpans(spans),
    })),
  );
}

function decodeRequest(body: Uint8Array): ExportTraceServiceRequest {
  try {
    return fromBinary(ExportTraceServiceRequestSchema, body, { readUnknownFields: false });
  } catch (cause) {
    throw new BadOtlp(`proto: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function* decodeSpans(spans: readonly Uint8Array[]): Generator<Span> {
  for (const bytes of spans) yield decodeSpan(bytes);
}

function decodeSpan(bytes: Uint8Array): Span {
  try {
    return fromBinary(SpanSchema, bytes, { readUnknownFields: false });
  } catch (cause) {
    throw new BadOtlp(`proto: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
