import type { Attribute, Span, Trace } from '../trace/trace.ts';
import type { TagCondition } from './tag-conditions.ts';

/**
 * Does a span of `trace` meet all conditions? This is the meaning of tags everywhere in Kuji; Jaeger's storages differ from it
 * and from each other, so that what they answer is held against it again.
 *
 * A condition is met where its value is, as text, that of an attribute with its key: of the span, of one of its events, or of
 * its resource. An event's own text stands under `event` and `message`. Further, whatever the attributes say:
 *
 *     error=true, error=false          the span is, or is not, an error
 *     span.kind=server                 its kind, where it has one
 *     span.status=ERROR                the span is an error; another status is what `otel.status_code` says
 *     scope.name=x, scope.version=x    `otel.scope.name`, `otel.scope.version`
 *     resource.x=y                     the attribute `x` of its resource
 *
 * Binary attributes meet none: storages do not agree on how they are written as text, nor on whether they can be searched.
 */
export function hasTagConditions(trace: Trace, span: Span, conditions: readonly TagCondition[]): boolean {
  return conditions.every((condition) => hasAttribute(trace, span, condition) || hasMeaning(trace, span, condition));
}

function hasAttribute(trace: Trace, span: Span, condition: TagCondition): boolean {
  return (
    isAmong(span.attributes, condition) ||
    span.events.some((event) => isAmong(event.attributes, condition)) ||
    isAmong(trace.resources[span.resource]?.attributes ?? [], condition)
  );
}

function hasMeaning(trace: Trace, span: Span, { key, value }: TagCondition): boolean {
  switch (key) {
    case 'event':
    case 'message':
      return value !== '' && span.events.some((event) => event.name === value);
    case 'error':
      return (value === 'true' && span.isError) || (value === 'false' && !span.isError);
    case 'span.kind':
      return span.kind === value && span.kind !== 'unspecified';
    case 'span.status':
      return value === 'ERROR' ? span.isError : isAmong(span.attributes, { key: 'otel.status_code', value });
    case 'scope.name':
    case 'scope.version':
      return isAmong(span.attributes, { key: `otel.${key}`, value });
    default: {
      if (!key.startsWith(RESOURCE_PREFIX)) return false;
      const ofResource = { key: key.slice(RESOURCE_PREFIX.length), value };
      return isAmong(trace.resources[span.resource]?.attributes ?? [], ofResource);
    }
  }
}

const RESOURCE_PREFIX = 'resource.';

function isAmong(attributes: readonly Attribute[], { key, value }: TagCondition): boolean {
  return attributes.some(
    (attribute) => attribute.key === key && attribute.value === value && attribute.type !== 'binary',
  );
}
