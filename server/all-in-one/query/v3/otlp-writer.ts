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
import { once } from '../adjust/once.ts';
import { eventsInOrder } from '../events-in-order.ts';

/*
 * Spans as OTLP's JSON, in the order of fields and with the omissions of OpenTelemetry's collector (pdata): what is empty or zero
 * is left out, but for `resource`, `scope` and `status`; 64-bit numbers are texts. It is written as text, not as objects first,
 * and what occurs again and again is quoted once: a search answers with thousands of spans.
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
/** Distinct texts whose quoted form one answer remembers. */
const MAX_REMEMBERED = 10_000;

/** Writes the traces of one answer. */
export class OtlpWriter {
  readonly #quoted = new Map<string, string>();

  /** The elements of `resourceSpans` for the spans of one trace: one for each resource that was sent, in the order of arrival. */
  resourceSpans(spans: readonly StoredSpan[]): string {
    return joined(
      runsOf(spans, ({ resource }) => resource),
      this.#spansOfResource,
    );
  }

  readonly #spansOfResource = ({ key: resource, spans }: Run<SpanResource>): string => {
    const scopeSpans = joined(
      runsOf(spans, ({ scope }) => scope),
      this.#spansOfScope,
    );
    const schemaUrl = this.#textField('schemaUrl', resource.schemaUrl);
    return `{"resource":${this.#resource(resource)},"scopeSpans":[${scopeSpans}]${schemaUrl}}`;
  };

  readonly #spansOfScope = ({ key: scope, spans }: Run<SpanScope>): string => {
    const schemaUrl = this.#textField('schemaUrl', scope.schemaUrl);
    return `{"scope":${this.#scope(scope)},"spans":[${joined(spans, this.#span)}]${schemaUrl}}`;
  };

  /** The name of the service stands before the first attribute that sorts after it, which is its place among sorted ones. */
  readonly #resource = once(({ serviceName, attributes, droppedAttributes }: SpanResource): string => {
    const next = attributes.findIndex(({ key }) => key > 'service.name');
    const at = next < 0 ? attributes.length : next;
    const name: Attribute = { key: 'service.name', value: { type: 'string', value: serviceName } };
    return object(this.#attributesFields({ attributes: attributes.toSpliced(at, 0, name), droppedAttributes }));
  });

  readonly #scope = once((scope: SpanScope): string =>
    object(
      this.#textField('name', scope.name) + this.#textField('version', scope.version) + this.#attributesFields(scope),
    ),
  );

  readonly #span = (span: StoredSpan): string => {
    const { code, message } = span.status;
    const status = object(this.#textField('message', message) + numberField('code', STATUS_CODES[code]));
    const fields =
      this.#textField('traceState', span.traceState) +
      idField('parentSpanId', span.parentSpanId, NO_SPAN_ID) +
      numberField('flags', span.flags) +
      this.#textField('name', span.name) +
      numberField('kind', KINDS[span.kind]) +
      nanosField('startTimeUnixNano', span.startNanos) +
      nanosField('endTimeUnixNano', span.endNanos) +
      this.#attributesFields(withWarnings(span)) +
      listField('events', eventsInOrder(span.events), this.#event) +
      numberField('droppedEventsCount', span.droppedEvents) +
      listField('links', span.links, this.#link) +
      numberField('droppedLinksCount', span.droppedLinks);
    return `{"traceId":"${span.traceId}","spanId":"${span.spanId}"${fields},"status":${status}}`;
  };

  readonly #event = (event: SpanEvent): string =>
    object(
      nanosField('timeUnixNano', event.atNanos) + this.#textField('name', event.name) + this.#attributesFields(event),
    );

  readonly #link = (link: SpanLink): string =>
    object(
      idField('traceId', link.traceId, NO_TRACE_ID) +
        idField('spanId', link.spanId, NO_SPAN_ID) +
        this.#textField('traceState', link.traceState) +
        this.#attributesFields(link) +
        numberField('flags', link.flags),
    );

  #attributesFields({ attributes, droppedAttributes }: Attributed): string {
    return (
      listField('attributes', attributes, this.#attribute) + numberField('droppedAttributesCount', droppedAttributes)
    );
  }

  readonly #attribute = ({ key, value }: Attribute): string =>
    `{"key":${this.#quote(key)},"value":${this.#value(value)}}`;

  readonly #value = (value: AttributeValue): string => {
    switch (value.type) {
      case 'string':
        return `{"stringValue":${this.#quote(value.value)}}`;
      case 'bool':
        return `{"boolValue":${value.value}}`;
      case 'int':
        return `{"intValue":"${value.value}"}`;
      case 'double':
        return `{"doubleValue":${doubleJson(value.value)}}`;
      case 'bytes':
        return `{"bytesValue":"${Buffer.from(value.value).toString('base64')}"}`;
      case 'list':
        return `{"arrayValue":${object(listField('values', value.values, this.#value))}}`;
      case 'map':
        return `{"kvlistValue":${object(listField('values', value.entries, this.#attribute))}}`;
      case 'empty':
        return '{}';
    }
  };

  #textField(name: string, value: string): string {
    return value === '' ? '' : `,"${name}":${this.#quote(value)}`;
  }

  #quote(text: string): string {
    const known = this.#quoted.get(text);
    if (known !== undefined) return known;
    const quoted = JSON.stringify(text);
    if (this.#quoted.size < MAX_REMEMBERED) this.#quoted.set(text, quoted);
    return quoted;
  }
}

interface Run<K> {
  readonly key: K;
  readonly spans: readonly StoredSpan[];
}

/** Spans that share something come one after the other: they were sent so. */
function runsOf<K>(spans: readonly StoredSpan[], keyOf: (span: StoredSpan) => K): readonly Run<K>[] {
  const runs: { readonly key: K; readonly spans: StoredSpan[] }[] = [];
  for (const span of spans) {
    const key = keyOf(span);
    const last = runs.at(-1);
    if (last?.key === key) last.spans.push(span);
    else runs.push({ key, spans: [span] });
  }
  return runs;
}

/** Warnings are an attribute here. */
function withWarnings(span: StoredSpan): Attributed {
  if (span.warnings.length === 0) return span;
  const values = span.warnings.map((value): AttributeValue => ({ type: 'string', value }));
  const warnings: Attribute = { key: WARNINGS_KEY, value: { type: 'list', values } };
  return { attributes: [...span.attributes, warnings], droppedAttributes: span.droppedAttributes };
}

function doubleJson(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  return Object.is(value, -0) ? '-0' : String(value);
}

/*
 * A field is text with a comma before it, or nothing where it is left out; `object` drops the first comma.
 */

function idField(name: string, id: string, none: string): string {
  return id === none ? '' : `,"${name}":"${id}"`;
}

function numberField(name: string, value: number): string {
  return value === 0 ? '' : `,"${name}":${value}`;
}

function nanosField(name: string, nanos: bigint): string {
  return nanos === 0n ? '' : `,"${name}":"${nanos}"`;
}

function listField<T>(name: string, items: readonly T[], toJson: (item: T) => string): string {
  return items.length === 0 ? '' : `,"${name}":[${joined(items, toJson)}]`;
}

function object(fields: string): string {
  return `{${fields.slice(1)}}`;
}

function joined<T>(items: Iterable<T>, toJson: (item: T) => string): string {
  let text = '';
  for (const item of items) text += text === '' ? toJson(item) : `,${toJson(item)}`;
  return text;
}
