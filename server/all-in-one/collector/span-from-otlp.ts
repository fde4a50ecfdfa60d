import {
  NO_SPAN_ID,
  NO_TRACE_ID,
  type SpanKind,
  type SpanResource,
  type SpanScope,
  type StatusCode,
  type StoredSpan,
} from '../store/stored-span.ts';
import { attributesFromOtlp } from './attributes-from-otlp.ts';
import { BadOtlp } from './bad-otlp.ts';
import { MAX_ATTRIBUTES, MAX_EVENTS, MAX_LINKS } from './limits.ts';
import type { InstrumentationScope, Resource, Span } from './otlp_pb.ts';
import { sanitizedEnd, sanitizedResource, sanitizedSpanName } from './sanitize.ts';

const KINDS: readonly SpanKind[] = ['', 'internal', 'server', 'client', 'producer', 'consumer'];
const STATUS_CODES: readonly StatusCode[] = ['UNSET', 'OK', 'ERROR'];

export function resourceFromOtlp(resource: Resource, schemaUrl: string): SpanResource {
  return {
    ...sanitizedResource(attributesFromOtlp(resource.attributes)),
    droppedAttributes: resource.droppedAttributesCount,
    schemaUrl,
  };
}

export function scopeFromOtlp(scope: InstrumentationScope | undefined, schemaUrl: string): SpanScope {
  return {
    name: scope?.name ?? '',
    version: scope?.version ?? '',
    attributes: attributesFromOtlp(scope?.attributes ?? []),
    droppedAttributes: scope?.droppedAttributesCount ?? 0,
    schemaUrl,
  };
}

/**
 * The span to store, or undefined where its trace id or its span id is all zeros: such a span belongs to no trace.
 *
 * @throws BadOtlp where an id has another length than 0, 8 (span) or 16 (trace) bytes
 */
export function spanFromOtlp(span: Span, resource: SpanResource, scope: SpanScope): StoredSpan | undefined {
  const traceId = hexId(span.traceId, NO_TRACE_ID);
  const spanId = hexId(span.spanId, NO_SPAN_ID);
  const parentSpanId = hexId(span.parentSpanId, NO_SPAN_ID);
  const links = span.links.slice(0, MAX_LINKS).map((link) => ({
    traceId: hexId(link.traceId, NO_TRACE_ID),
    spanId: hexId(link.spanId, NO_SPAN_ID),
    traceState: link.traceState,
    flags: link.flags,
    attributes: attributesFromOtlp(link.attributes),
    droppedAttributes: link.droppedAttributesCount,
  }));
  if (traceId === NO_TRACE_ID || spanId === NO_SPAN_ID) return undefined;
  const { endNanos, warnings } = sanitizedEnd(span.startTimeUnixNano, span.endTimeUnixNano);
  return {
    traceId,
    spanId,
    parentSpanId,
    traceState: span.traceState,
    name: sanitizedSpanName(span.name),
    kind: KINDS[span.kind] ?? '',
    startNanos: span.startTimeUnixNano,
    endNanos,
    attributes: attributesFromOtlp(span.attributes),
    droppedAttributes: span.droppedAttributesCount,
    events: span.events.slice(0, MAX_EVENTS).map((event) => ({
      atNanos: event.timeUnixNano,
      name: event.name,
      attributes: attributesFromOtlp(event.attributes),
      droppedAttributes: event.droppedAttributesCount,
    })),
    droppedEvents: span.droppedEventsCount,
    links,
    droppedLinks: span.droppedLinksCount,
    flags: span.flags,
    status: { code: STATUS_CODES[span.status?.code ?? 0] ?? 'UNSET', message: span.status?.message ?? '' },
    warnings: [...warnings, ...cutWarnings(span)],
    resource,
    scope,
  };
}

function hexId(bytes: Uint8Array, none: string): string {
  if (bytes.length === 0) return none;
  if (bytes.length * 2 !== none.length) {
    throw new BadOtlp(`invalid id: ${bytes.length} bytes where ${none.length / 2} were expected`);
  }
  return Buffer.from(bytes).toString('hex');
}

function cutWarnings(span: Span): readonly string[] {
  const parts = [
    ['attributes', span.attributes.length, MAX_ATTRIBUTES],
    ['events', span.events.length, MAX_EVENTS],
    ['links', span.links.length, MAX_LINKS],
  ] as const;
  return parts.filter(([, n, max]) => n > max).map(([what, n, max]) => `kept the first ${max} of ${n} ${what}`);
}
