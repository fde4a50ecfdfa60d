import { create, toBinary } from '@bufbuild/protobuf';
import {
  ExportTraceServiceRequestSchema,
  ResourceSpansSchema,
  ScopeSpansSchema,
  SpanSchema,
} from '../collector/otlp_pb.ts';
import type { SpanGroup } from '../collector/span-group.ts';

/** These groups as the body of an OTLP request in protobuf. */
export function otlpRequestBytes(groups: readonly SpanGroup[]): Uint8Array {
  const resourceSpans = groups.map(({ resource, resourceSchemaUrl, scope, scopeSchemaUrl, spans }) => {
    const bytes = [...spans].map((span) => toBinary(SpanSchema, span));
    const scopeSpans = create(ScopeSpansSchema, {
      ...(scope === undefined ? {} : { scope }),
      spans: bytes,
      schemaUrl: scopeSchemaUrl,
    });
    return create(ResourceSpansSchema, {
      resource,
      scopeSpans: [scopeSpans],
      schemaUrl: resourceSchemaUrl,
    });
  });
  return toBinary(ExportTraceServiceRequestSchema, create(ExportTraceServiceRequestSchema, { resourceSpans }));
}
