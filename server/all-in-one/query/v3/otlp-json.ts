import {
  type Attribute,
  type Attributed,
  type AttributeValue,
  NO_SPAN_ID,
  NO_TRACE_ID,
  type SpanEvent,
  type SpanKind,
  type SpanLink,
  type SpanResource,
  type SpanScope,
  type StatusCode,
  type StoredSpan,
} from '../../store/stored-span.ts';
import { eventsInOrder } from '../events-in-order.ts';

/*
 * Spans as OTLP's JSON, in the order of fields and with the omissions of OpenTelemetry's collector (pdata): what is empty or zero
 * is left out, but for `resource`, `scope` and `status`; 64-bit numbers are texts. It is written as text, not as objects first:
 * a search answers with thousands of spans.
 */

const KINDS: Readonly<Record<SpanKind, number>> = {
  '': 0,
  internal: 1,
  server: 2,
  client: 3,
  producer: 4,
  consumer: 5,
};
const STATUS_CODES: Readonly<Record<StatusCode, number>> = { UNSET: 0, OK: 1, ERROR: 2 };
const WARNINGS_KEY = '@jaeger@warnings';

/** The elements of `resourceSpans` for the spans of one trace: one for each resource that was sent, in the order of arrival. */
export function resourceSpansJson(spans: readonly StoredSpan[]): string {
  return Array.from(
    Map.groupBy(spans, (span) => span.resource),
    ([resource, ofResource]) => {
      const scopes = Array.from(
        Map.groupBy(ofResource, (span) => span.scope),
        ([scope, ofScope]) =>
          object(
            `"scope":${scopeJson(scope)}`,
            `"spans":[${ofScope.map(spanJson).join(',')}]`,
            textField('schemaUrl', scope.schemaUrl),
          ),
      );
      return object(
        `"resource":${resourceJson(resource)}`,
        `"scopeSpans":[${scopes.join(',')}]`,
        textField('schemaUrl', resource.schemaUrl),
      );
    },
  ).join(',');
}

/** The name of the service stands before the first attribute that sorts after it, which is its place among sorted ones. */
function resourceJson({ serviceName, attributes, droppedAttributes }: SpanResource): string {
  const next = attributes.findIndex(({ key }) => key > 'service.name');
  const at = next < 0 ? attributes.length : next;
  const name: Attribute = { key: 'service.name', value: { type: 'string', value: serviceName } };
  return object(...attributesFields({ attributes: attributes.toSpliced(at, 0, name), droppedAttributes }));
}

function scopeJson(scope: SpanScope): string {
  return object(textField('name', scope.name), textField('version', scope.version), ...attributesFields(scope));
}

function spanJson(span: StoredSpan): string {
  return object(
    `"traceId":"${span.traceId}"`,
    `"spanId":"${span.spanId}"`,
    textField('traceState', span.traceState),
    span.parentSpanId === NO_SPAN_ID ? '' : `"parentSpanId":"${span.parentSpanId}"`,
    numberField('flags', span.flags),
    textField('name', span.name),
    numberField('kind', KINDS[span.kind]),
    nanosField('startTimeUnixNano', span.startNanos),
    nanosField('endTimeUnixNano', span.endNanos),
    ...attributesFields(withWarnings(span)),
    listField('events', eventsInOrder(span.events).map(eventJson)),
    numberField('droppedEventsCount', span.droppedEvents),
    listField('links', span.links.map(linkJson)),
    numberField('droppedLinksCount', span.droppedLinks),
    `"status":${object(textField('message', span.status.message), numberField('code', STATUS_CODES[span.status.code]))}`,
  );
}

/** Warnings are an attribute here. */
function withWarnings(span: StoredSpan): Attributed {
  if (span.warnings.length === 0) return span;
  const values = span.warnings.map((value): AttributeValue => ({ type: 'string', value }));
  const warnings: Attribute = { key: WARNINGS_KEY, value: { type: 'list', values } };
  return { attributes: [...span.attributes, warnings], droppedAttributes: span.droppedAttributes };
}

function eventJson(event: SpanEvent): string {
  return object(nanosField('timeUnixNano', event.atNanos), textField('name', event.name), ...attributesFields(event));
}

function linkJson(link: SpanLink): string {
  return object(
    link.traceId === NO_TRACE_ID ? '' : `"traceId":"${link.traceId}"`,
    link.spanId === NO_SPAN_ID ? '' : `"spanId":"${link.spanId}"`,
    textField('traceState', link.traceState),
    ...attributesFields(link),
    numberField('flags', link.flags),
  );
}

function attributesFields({ attributes, droppedAttributes }: Attributed): readonly [string, string] {
  return [
    listField('attributes', attributes.map(attributeJson)),
    numberField('droppedAttributesCount', droppedAttributes),
  ];
}

function attributeJson({ key, value }: Attribute): string {
  return `{"key":${JSON.stringify(key)},"value":${valueJson(value)}}`;
}

function valueJson(value: AttributeValue): string {
  switch (value.type) {
    case 'string':
      return `{"stringValue":${JSON.stringify(value.value)}}`;
    case 'bool':
      return `{"boolValue":${value.value}}`;
    case 'int':
      return `{"intValue":"${value.value}"}`;
    case 'double':
      return `{"doubleValue":${doubleJson(value.value)}}`;
    case 'bytes':
      return `{"bytesValue":"${Buffer.from(value.value).toString('base64')}"}`;
    case 'list':
      return `{"arrayValue":${object(listField('values', value.values.map(valueJson)))}}`;
    case 'map':
      return `{"kvlistValue":${object(listField('values', value.entries.map(attributeJson)))}}`;
    case 'empty':
      return '{}';
  }
}

function doubleJson(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  return Object.is(value, -0) ? '-0' : String(value);
}

function textField(name: string, value: string): string {
  return value === '' ? '' : `"${name}":${JSON.stringify(value)}`;
}

function numberField(name: string, value: number): string {
  return value === 0 ? '' : `"${name}":${value}`;
}

function nanosField(name: string, nanos: bigint): string {
  return nanos === 0n ? '' : `"${name}":"${nanos}"`;
}

function listField(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `"${name}":[${items.join(',')}]`;
}

/** An object of its fields, without those that are empty. */
function object(...fields: readonly string[]): string {
  return `{${fields.filter((field) => field !== '').join(',')}}`;
}
