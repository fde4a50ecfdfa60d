import {
  type Attribute,
  type AttributeValue,
  NO_SPAN_ID,
  NO_TRACE_ID,
  type SpanKind,
  type SpanResource,
  type SpanScope,
  type StatusCode,
  type StoredSpan,
} from '../../store/stored-span.ts';
import { MAX_ATTRIBUTES, MAX_EVENTS } from '../limits.ts';
import { sanitizedEnd, sanitizedResource, sanitizedSpanName } from '../sanitize.ts';
import { eventFromAnnotation } from './annotation-parts.ts';
import { RESOURCE_KEYS } from './resource-keys.ts';
import { takeLinks } from './take-links.ts';
import type { ZipkinEndpoint, ZipkinSpan } from './zipkin-span.ts';

/*
 * What Jaeger 2.20 makes of a Zipkin span: it goes through OTLP (opentelemetry-collector-contrib v0.153,
 * pkg/translator/zipkin/zipkinv2/to_translator.go).
 */

type Tags = Map<string, string>;

const SERVICE_NAME_SOURCE = 'otlp.service.name.source';
const KINDS: ReadonlyMap<string, SpanKind> = new Map([
  ['CLIENT', 'client'],
  ['SERVER', 'server'],
  ['PRODUCER', 'producer'],
  ['CONSUMER', 'consumer'],
]);
const STATUS_CODES: ReadonlyMap<string, StatusCode> = new Map([
  ['STATUS_CODE_OK', 'OK'],
  ['STATUS_CODE_ERROR', 'ERROR'],
]);

/**
 * What a span says of its process: the service, and those of its tags that are about it. OpenTelemetry's exporters say in a
 * tag if the name of the service was another attribute.
 */
export function resourceFromZipkin({ local, tags }: ZipkinSpan): SpanResource {
  const source = tags.find(([key]) => key === SERVICE_NAME_SOURCE)?.[1] || 'service.name';
  const named: readonly (readonly [string, string])[] = local?.serviceName ? [[source, local.serviceName]] : [];
  const about = tags.filter(([key]) => RESOURCE_KEYS.has(key)).slice(0, MAX_ATTRIBUTES);
  const attributes = Array.from(
    new Map([...named, ...about]),
    ([key, value]): Attribute => ({ key, value: { type: 'string', value } }),
  );
  return { ...sanitizedResource(attributes), droppedAttributes: 0, schemaUrl: '' };
}

/** The library that made a span, as its tags say; older exporters call it `otel.library`. */
export function scopeFromZipkin({ tags }: ZipkinSpan): SpanScope {
  const firstOf = (...keys: readonly string[]): string => tags.find(([key]) => keys.includes(key))?.[1] ?? '';
  return {
    name: firstOf('otel.scope.name', 'otel.library.name'),
    version: firstOf('otel.scope.version', 'otel.library.version'),
    attributes: [],
    droppedAttributes: 0,
    schemaUrl: '',
  };
}

/** The span to store, or undefined where its trace id or its span id is all zeros: such a span belongs to no trace. */
export function spanFromZipkin(span: ZipkinSpan, resource: SpanResource, scope: SpanScope): StoredSpan | undefined {
  if (span.traceId === NO_TRACE_ID || span.id === NO_SPAN_ID) return undefined;
  const tags: Tags = new Map(span.tags.filter(([key]) => isOfSpan(key)).slice(0, MAX_ATTRIBUTES));
  const traceState = take(tags, 'w3c.tracestate') ?? '';
  const kind = takeKind(span.kind, tags);
  const status = takeStatus(tags);
  const links = takeLinks(tags);
  const startNanos = nanos(span.timestamp ?? 0n);
  const { endNanos, warnings } = sanitizedEnd(startNanos, nanos((span.timestamp ?? 0n) + span.duration));
  return {
    traceId: span.traceId,
    spanId: span.id,
    parentSpanId: span.parentId === undefined || span.parentId === span.id ? NO_SPAN_ID : span.parentId,
    traceState,
    name: sanitizedSpanName(span.name),
    kind,
    startNanos,
    endNanos,
    attributes: attributesOf(span, tags),
    droppedAttributes: 0,
    events: span.annotations.slice(0, MAX_EVENTS).map(({ timestamp, value }) => ({
      atNanos: nanos(timestamp),
      ...eventFromAnnotation(value),
    })),
    droppedEvents: 0,
    links,
    droppedLinks: 0,
    flags: 0,
    status,
    warnings: [...warnings, ...cutWarnings(span)],
    resource,
    scope,
  };
}

function isOfSpan(key: string): boolean {
  return !RESOURCE_KEYS.has(key) && key !== SERVICE_NAME_SOURCE && !/^otel\.(scope|library)\.(name|version)$/.test(key);
}

function attributesOf(span: ZipkinSpan, tags: Tags): readonly Attribute[] {
  const values = new Map<string, AttributeValue>();
  for (const [key, value] of tags) values.set(key, { type: 'string', value });
  setEndpoint(values, span.local, 'network.local.address', 'net.host.port');
  if (span.remote?.serviceName) values.set('service.peer.name', { type: 'string', value: span.remote.serviceName });
  setEndpoint(values, span.remote, 'network.peer.address', 'net.peer.port');
  if (span.timestamp === undefined) values.set('otel.zipkin.absentField.startTime', { type: 'bool', value: true });
  return Array.from(values, ([key, value]) => ({ key, value }));
}

function setEndpoint(
  values: Map<string, AttributeValue>,
  endpoint: ZipkinEndpoint | undefined,
  addressKey: string,
  portKey: string,
): void {
  if (endpoint?.address !== undefined) values.set(addressKey, { type: 'string', value: endpoint.address });
  if (endpoint !== undefined && endpoint.port > 0) values.set(portKey, { type: 'int', value: BigInt(endpoint.port) });
}

function takeKind(kind: string, tags: Tags): SpanKind {
  const known = KINDS.get(kind);
  if (known !== undefined) return known;
  return take(tags, 'span.kind') === 'internal' ? 'internal' : '';
}

/** `error` makes an error of a span; its text stays a tag, but for `true`. */
function takeStatus(tags: Tags): StoredSpan['status'] {
  const named = take(tags, 'otel.status_code');
  const message = named === undefined ? '' : (take(tags, 'otel.status_description') ?? '');
  const error = tags.get('error');
  if (error === 'true') tags.delete('error');
  return { code: error === undefined ? (STATUS_CODES.get(named ?? '') ?? 'UNSET') : 'ERROR', message };
}

function take(tags: Tags, key: string): string | undefined {
  const value = tags.get(key);
  tags.delete(key);
  return value;
}

/** Nanoseconds since 1970 as OTLP has them, in 64 bits without a sign. */
function nanos(micros: bigint): bigint {
  return BigInt.asUintN(64, micros * 1000n);
}

function cutWarnings({ tags, annotations }: ZipkinSpan): readonly string[] {
  const parts = [
    ['attributes', tags.length, MAX_ATTRIBUTES],
    ['events', annotations.length, MAX_EVENTS],
  ] as const;
  return parts.filter(([, n, max]) => n > max).map(([what, n, max]) => `kept the first ${max} of ${n} ${what}`);
}
