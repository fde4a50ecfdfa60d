import type { SpanQuery } from './span-query.ts';
import type { Attribute, StoredSpan } from './stored-span.ts';
import { valueText } from './value-text.ts';

/** Whether the span fulfils everything the query asks, as Jaeger 2.20's memory storage decides it. */
export function matchesSpan(span: StoredSpan, query: SpanQuery): boolean {
  if (query.service !== undefined && span.resource.serviceName !== query.service) return false;
  if (query.operation !== undefined && span.name !== query.operation) return false;
  if (span.startNanos < query.startMinNanos || span.startNanos > query.startMaxNanos) return false;
  const duration = span.endNanos - span.startNanos;
  if (query.durationMinNanos !== 0n && duration < query.durationMinNanos) return false;
  if (query.durationMaxNanos !== 0n && duration > query.durationMaxNanos) return false;
  for (const [key, value] of query.tags) {
    if (!matchesTag(span, key, value)) return false;
  }
  return true;
}

/**
 * Some keys are not looked up but mean a part of the span. Every other one is compared, as text, with the attributes of the
 * span, its scope, its resource, its events and its links. The name of an event is not found this way.
 */
function matchesTag(span: StoredSpan, key: string, value: string): boolean {
  switch (key) {
    case 'error':
      return (value === 'true' && span.status.code === 'ERROR') || (value === 'false' && span.status.code === 'OK');
    case 'span.status':
      return span.status.code === value;
    case 'span.kind':
      return span.kind === value;
    case 'scope.name':
      return span.scope.name === value;
    case 'scope.version':
      return span.scope.version === value;
  }
  if (key.startsWith('resource.') && resourceHas(span, key.slice('resource.'.length), value)) return true;
  return (
    has(span.attributes, key, value) ||
    has(span.scope.attributes, key, value) ||
    resourceHas(span, key, value) ||
    span.events.some((event) => has(event.attributes, key, value)) ||
    span.links.some((link) => has(link.attributes, key, value))
  );
}

function resourceHas({ resource }: StoredSpan, key: string, value: string): boolean {
  return key === 'service.name' ? resource.serviceName === value : has(resource.attributes, key, value);
}

function has(attributes: readonly Attribute[], key: string, value: string): boolean {
  return attributes.some((attribute) => attribute.key === key && valueText(attribute.value) === value);
}
