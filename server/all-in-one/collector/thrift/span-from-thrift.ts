import {
  type Attribute,
  type AttributeValue,
  NO_SPAN_ID,
  NO_TRACE_ID,
  type SpanEvent,
  type SpanKind,
  type SpanLink,
  type SpanResource,
  type SpanScope,
  type StoredSpan,
} from '../../store/stored-span.ts';
import { MAX_ATTRIBUTES, MAX_EVENTS, MAX_LINKS } from '../limits.ts';
import { sanitizedEnd, sanitizedResource, sanitizedSpanName } from '../sanitize.ts';
import { attributesFromTags } from './attributes-from-tags.ts';
import { REF_TYPE, type ThriftLog, type ThriftProcess, type ThriftRef, type ThriftSpan } from './jaeger-thrift.ts';
import { takeStatus } from './take-status.ts';

/*
 * What Jaeger 2.20 makes of a span of its own old clients: it goes through OTLP (opentelemetry-collector-contrib v0.153,
 * pkg/translator/jaeger/jaegerthrift_to_traces.go). Flags are lost there; so they are here.
 */

const NO_SCOPE: SpanScope = { name: '', version: '', attributes: [], droppedAttributes: 0, schemaUrl: '' };
const KINDS: ReadonlySet<string> = new Set<SpanKind>(['internal', 'server', 'client', 'producer', 'consumer']);

export function resourceFromProcess({ serviceName, tags }: ThriftProcess): SpanResource {
  const attributes = attributesFromTags(tags?.items ?? []);
  rename(attributes, 'hostname', 'host.name', (value) => value);
  rename(attributes, 'jaeger.version', 'opencensus.exporterversion', (value) => ({
    type: 'string',
    value: `Jaeger-${textOf(value)}`,
  }));
  if (serviceName !== '' && !attributes.has('service.name')) {
    attributes.set('service.name', { type: 'string', value: serviceName });
  }
  return { ...sanitizedResource(listed(attributes)), droppedAttributes: 0, schemaUrl: '' };
}

/** The span to store, or undefined where its trace id or its span id is zero: such a span belongs to no trace. */
export function spanFromThrift(span: ThriftSpan, resource: SpanResource): StoredSpan | undefined {
  const traceId = traceIdText(span);
  const spanId = spanIdText(span.spanId);
  if (traceId === NO_TRACE_ID || spanId === NO_SPAN_ID) return undefined;
  const startNanos = nanos(span.startTime);
  const { endNanos, warnings } = sanitizedEnd(startNanos, nanos(span.startTime + span.duration));
  const references = span.references?.items ?? [];
  const parentId = parentOf(span, references);
  const attributes = attributesFromTags(span.tags?.items ?? []);
  const kind = takeKind(attributes);
  const status = takeStatus(attributes, kind);
  return {
    traceId,
    spanId,
    parentSpanId: spanIdText(parentId),
    traceState: '',
    name: sanitizedSpanName(span.operationName),
    kind,
    startNanos,
    endNanos,
    attributes: listed(attributes),
    droppedAttributes: 0,
    events: (span.logs?.items ?? []).map(eventOf),
    droppedEvents: 0,
    links: references
      .filter(({ refType, spanId: id }) => !(refType === REF_TYPE.CHILD_OF && id === parentId))
      .map(linkOf),
    droppedLinks: 0,
    flags: 0,
    status,
    warnings: [...warnings, ...cutWarnings(span)],
    resource,
    scope: NO_SCOPE,
  };
}

/** The parent, or the first reference within the trace that can stand for it; 0n where there is none. */
function parentOf(span: ThriftSpan, references: readonly ThriftRef[]): bigint {
  if (span.parentSpanId !== 0n) return span.parentSpanId;
  const within = references.filter(
    ({ traceIdLow, traceIdHigh }) => traceIdLow === span.traceIdLow && traceIdHigh === span.traceIdHigh,
  );
  const parent =
    within.find(({ refType }) => refType === REF_TYPE.CHILD_OF) ??
    within.find(({ refType }) => refType === REF_TYPE.FOLLOWS_FROM);
  return parent?.spanId ?? 0n;
}

function linkOf(reference: ThriftRef): SpanLink {
  const type = reference.refType === REF_TYPE.CHILD_OF ? 'child_of' : 'follows_from';
  return {
    traceId: traceIdText(reference),
    spanId: spanIdText(reference.spanId),
    traceState: '',
    flags: 0,
    droppedAttributes: 0,
    attributes: [{ key: 'opentracing.ref_type', value: { type: 'string', value: type } }],
  };
}

/** The field `event` is the name of an event. */
function eventOf({ timestamp, fields }: ThriftLog): SpanEvent {
  const attributes = attributesFromTags(fields.items);
  const name = textOf(attributes.get('event'));
  attributes.delete('event');
  return { atNanos: nanos(timestamp), name, attributes: listed(attributes), droppedAttributes: 0 };
}

function takeKind(attributes: Map<string, AttributeValue>): SpanKind {
  const kind = textOf(attributes.get('span.kind'));
  attributes.delete('span.kind');
  return KINDS.has(kind) ? (kind as SpanKind) : '';
}

function rename(
  attributes: Map<string, AttributeValue>,
  from: string,
  to: string,
  change: (value: AttributeValue) => AttributeValue,
): void {
  const value = attributes.get(from);
  if (value === undefined || attributes.has(to)) return;
  attributes.set(to, change(value));
  attributes.delete(from);
}

function listed(attributes: ReadonlyMap<string, AttributeValue>): readonly Attribute[] {
  return Array.from(attributes, ([key, value]) => ({ key, value }));
}

function textOf(value: AttributeValue | undefined): string {
  return value?.type === 'string' ? value.value : '';
}

function traceIdText(id: { readonly traceIdHigh: bigint; readonly traceIdLow: bigint }): string {
  return spanIdText(id.traceIdHigh) + spanIdText(id.traceIdLow);
}

function spanIdText(id: bigint): string {
  return BigInt.asUintN(64, id).toString(16).padStart(16, '0');
}

/** Nanoseconds since 1970 as OTLP has them, in 64 bits without a sign. */
function nanos(micros: bigint): bigint {
  return BigInt.asUintN(64, micros * 1000n);
}

function cutWarnings({ tags, logs, references }: ThriftSpan): readonly string[] {
  const parts = [
    ['attributes', tags?.size ?? 0, MAX_ATTRIBUTES],
    ['events', logs?.size ?? 0, MAX_EVENTS],
    ['links', references?.size ?? 0, MAX_LINKS],
  ] as const;
  return parts.filter(([, n, max]) => n > max).map(([what, n, max]) => `kept the first ${max} of ${n} ${what}`);
}
