import type { TagCondition } from '#core/jaeger/tag-conditions.ts';
import type { Attribute, Span, Trace } from '#core/trace/trace.ts';
import type { StorageKind } from './storage-kind.ts';

export interface StoredSpan {
  readonly trace: Trace;
  readonly span: Span;
}

/**
 * How a storage compares one condition with a span. All but `memory` keep what the span's own fields say as tags, and an event's
 * text as a field `event` of its log.
 *
 *     memory           (2.20) equal text; error, span.kind, span.status, scope.*, resource.* look into the span's own fields, and
 *                      names of events are not searched
 *     memory-v1        (1.x) equal text
 *     search-server    an anchored regular expression
 *     cassandra        equal text of less than 256 bytes that is no JSON object; binary values are not in the index
 */
export function storedTagMatcher(kind: StorageKind): (stored: StoredSpan, tag: TagCondition) => boolean {
  switch (kind) {
    case 'memory':
      return (stored, tag) => isInMemory(stored, tag);
    case 'memory-v1':
      return (stored, { key, value }) => textsOf(stored, key).includes(value);
    case 'search-server':
      return (stored, { key, value }) => {
        const expression = lucene(value);
        return textsOf(stored, key).some((text) => text.length <= 256 && expression.test(text));
      };
    case 'cassandra':
    case 'cassandra-buckets':
      return (stored, { key, value }) =>
        Buffer.byteLength(value) < 256 && !value.startsWith('{') && textsOf(stored, key, 'no-binary').includes(value);
  }
}

/** Texts that version 1 of Jaeger's model has for a key. */
function textsOf({ trace, span }: StoredSpan, key: string, binary?: 'no-binary'): readonly string[] {
  const own: Attribute[] = [];
  if (span.kind !== 'unspecified') own.push({ key: 'span.kind', type: 'string', value: span.kind });
  const events = span.events.flatMap((event) => [
    { key: 'event', type: 'string', value: event.name } as const,
    ...event.attributes,
  ]);
  return [...span.attributes, ...own, ...events, ...(trace.resources[span.resource]?.attributes ?? [])]
    .filter((attribute) => attribute.key === key && !(binary === 'no-binary' && attribute.type === 'binary'))
    .map(oldText);
}

/** `AsString` of version 1: floats with ten digits, bytes in hex. */
function oldText({ type, value }: Attribute): string {
  if (type === 'binary') return Buffer.from(value, 'base64').toString('hex');
  if (type !== 'float64') return value;
  const digits = Number(Number(value).toPrecision(10));
  return Math.abs(digits) >= 1e10 ? digits.toExponential() : String(digits);
}

/** Of Lucene's syntax what the caller may send: anything that it would have to escape is a bug of the caller. */
function lucene(value: string): RegExp {
  if (/[?+*|{}[\]()"\\#&<>~]/.test(value)) throw new Error(`reserved in a Lucene regexp: ${value}`);
  return new RegExp(`^(?:${value.replaceAll('$', '\\$').replaceAll('^', '\\^').replaceAll('@', '.*')})$`, 'su');
}

function isInMemory({ trace, span }: StoredSpan, { key, value }: TagCondition): boolean {
  const resource = trace.resources[span.resource]?.attributes ?? [];
  const isStatus = (status: string) =>
    span.attributes.some((attribute) => attribute.key === 'otel.status_code' && attribute.value === status);
  switch (key) {
    case 'error':
      return value === 'true' ? span.isError : value === 'false' && isStatus('OK');
    case 'span.status':
      return value === 'ERROR' ? span.isError : isStatus(value);
    case 'span.kind':
      return span.kind === value.toLowerCase();
    case 'scope.name':
    case 'scope.version':
      return isAmong(span.attributes, `otel.${key}`, value);
    default:
      if (key.startsWith('resource.')) return isAmong(resource, key.slice('resource.'.length), value);
      if (key.startsWith('otel.')) return false;
      return [span.attributes, resource, ...span.events.map((event) => event.attributes)].some((attributes) =>
        isAmong(attributes, key, value),
      );
  }
}

function isAmong(attributes: readonly Attribute[], key: string, value: string): boolean {
  return attributes.some((attribute) => attribute.key === key && attribute.value === value);
}
