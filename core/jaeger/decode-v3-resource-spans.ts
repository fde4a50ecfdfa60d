import type * as z from 'zod';
import type { RawSpan } from '../trace/raw-span.ts';
import type { Attribute, Resource } from '../trace/trace.ts';
import { decodeV3Span } from './decode-v3-span.ts';
import { traceIdOf, wireTraceId } from './hex-id.ts';
import { isV3ResourceSpans } from './is-v3-resource-spans.ts';
import { UNKNOWN_SERVICE } from './unknown-service.ts';
import { UnreadableTraceError } from './unreadable-trace-error.ts';
import { decodeV3KeyValues } from './v3-key-values.ts';
import { type V3Resource, type V3ResourceSpans, type V3Scope, v3ResourceSpans } from './v3-wire.ts';

/** A span and the trace it belongs to. */
export interface V3Span {
  /** 32 hex digits. */
  readonly traceId: string;
  readonly span: RawSpan;
}

/**
 * The spans of one element of `result.resourceSpans` of the v3 dialect, in the order of the wire. An answer holds the
 * spans of all its traces in one list, and a trace may span several elements: who reads it puts those of one `traceId`
 * together for `buildTrace`, and has the trace then that `decodeLegacyTrace` makes of the legacy dialect's answer.
 *
 * @throws UnreadableTraceError if the element is none, with the id of the trace of the bad span, or else of the first
 *   one of the element. None of its spans is read then.
 */
export function decodeV3ResourceSpans(wire: unknown): readonly V3Span[] {
  const { resource: wireResource, scopeSpans } = isV3ResourceSpans(wire) ? wire : parse(wire);
  const resource = decodeResource(wireResource);
  const decoded: V3Span[] = [];
  let wireId: string | undefined;
  let traceId = '';
  for (const { scope, spans } of scopeSpans ?? []) {
    const origin = { resource, scopeAttributes: decodeScope(scope) };
    for (const span of spans ?? []) {
      const ownId = span.traceId ?? '';
      if (ownId !== wireId) {
        wireId = ownId;
        traceId = traceIdOf(ownId);
      }
      decoded.push({ traceId, span: decodeV3Span(span, traceId, origin) });
    }
  }
  return decoded;
}

/** What Jaeger calls the service of a resource without any attributes. */
const RESOURCE_WITHOUT_ATTRIBUTES: Resource = { service: 'OTLPResourceNoServiceName', attributes: [] };

/** The service's name is no attribute. It counts as missing if it is not text. */
function decodeResource(wire: V3Resource | null | undefined): Resource {
  const attributes = wire?.attributes;
  if (attributes == null || attributes.length === 0) return RESOURCE_WITHOUT_ATTRIBUTES;
  const service = attributes.find(({ key }) => key === 'service.name')?.value?.stringValue;
  return {
    service: service || UNKNOWN_SERVICE,
    attributes: decodeV3KeyValues(attributes.filter(({ key }) => key !== 'service.name')),
  };
}

function decodeScope(scope: V3Scope | null | undefined): readonly Attribute[] {
  const attributes: Attribute[] = [];
  if (scope?.name) attributes.push({ key: 'otel.scope.name', type: 'string', value: scope.name });
  if (scope?.version) attributes.push({ key: 'otel.scope.version', type: 'string', value: scope.version });
  return attributes;
}

/** The schema has the last word on whatever the quick look did not take, and says what is wrong with it. */
function parse(wire: unknown): V3ResourceSpans {
  const parsed = v3ResourceSpans.safeParse(wire);
  if (!parsed.success) throw unreadable(wire, parsed.error);
  return parsed.data;
}

function unreadable(wire: unknown, error: z.ZodError): UnreadableTraceError {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const [, scope, , span] = path;
  const traceId = traceIdAt(wire, ['scopeSpans', scope, 'spans', span]) ?? traceIdAt(wire, FIRST_SPAN) ?? '';
  const place = path.length === 0 ? '' : `${path.join('.')}: `;
  return new UnreadableTraceError(traceId, `${place}${issue?.message ?? 'invalid'}`, { cause: error });
}

const FIRST_SPAN: readonly PropertyKey[] = ['scopeSpans', 0, 'spans', 0];

function traceIdAt(wire: unknown, path: readonly (PropertyKey | undefined)[]): string | undefined {
  let value = wire;
  for (const step of [...path, 'traceId']) {
    if (typeof value !== 'object' || value === null || step === undefined) return undefined;
    value = Reflect.get(value, step);
  }
  const id = wireTraceId.safeParse(value);
  return id.success ? traceIdOf(id.data) : undefined;
}
