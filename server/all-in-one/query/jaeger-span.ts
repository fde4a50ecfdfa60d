import { NO_SPAN_ID, type SpanEvent, type SpanLink, type StoredSpan } from '../store/stored-span.ts';
import { eventsInOrder } from './events-in-order.ts';
import type { JaegerLog, JaegerReference, JaegerSpan, JaegerTag } from './jaeger-json.ts';
import { jaegerTag, stringTag } from './jaeger-tag.ts';
import { traceIdText } from './trace-id-text.ts';

/**
 * A span as Jaeger shows it (opentelemetry-collector-contrib, pkg/translator/jaeger/traces_to_jaegerproto.go).
 *
 * @param processId the key of its resource among the processes of the trace
 */
export function jaegerSpan(span: StoredSpan, processId: string): JaegerSpan {
  return {
    traceID: traceIdText(span.traceId),
    spanID: span.spanId,
    operationName: span.name,
    references: references(span),
    startTime: Number(span.startNanos / 1000n),
    duration: Number((span.endNanos - span.startNanos) / 1000n),
    tags: tags(span),
    logs: eventsInOrder(span.events).map(log),
    processID: processId,
    warnings: span.warnings.length === 0 ? null : span.warnings,
  };
}

/** The parent first; a link to the parent only says of which type that reference is. */
function references(span: StoredSpan): readonly JaegerReference[] {
  const hasParent = span.parentSpanId !== NO_SPAN_ID;
  const isParent = (link: SpanLink): boolean =>
    hasParent && link.traceId === span.traceId && link.spanId === span.parentSpanId;
  const linked = span.links
    .filter((link) => !isParent(link))
    .map((link) => ({ refType: refType(link), traceID: traceIdText(link.traceId), spanID: link.spanId }));
  if (!hasParent) return linked;
  const parentLink = span.links.findLast(isParent);
  const parent: JaegerReference = {
    refType: parentLink === undefined ? 'CHILD_OF' : refType(parentLink),
    traceID: traceIdText(span.traceId),
    spanID: span.parentSpanId,
  };
  return [parent, ...linked];
}

function refType({ attributes }: SpanLink): JaegerReference['refType'] {
  const type = attributes.find(({ key }) => key === 'opentracing.ref_type')?.value;
  return type?.type === 'string' && type.value === 'child_of' ? 'CHILD_OF' : 'FOLLOWS_FROM';
}

function tags({ scope, attributes, kind, status, traceState }: StoredSpan): readonly JaegerTag[] {
  const tags: JaegerTag[] = [];
  if (scope.name !== '') tags.push(stringTag('otel.scope.name', scope.name));
  if (scope.version !== '') tags.push(stringTag('otel.scope.version', scope.version));
  for (const attribute of attributes) tags.push(jaegerTag(attribute));
  if (kind !== '') tags.push(stringTag('span.kind', kind));
  if (status.code !== 'UNSET') tags.push(stringTag('otel.status_code', status.code));
  if (status.code === 'ERROR') tags.push({ key: 'error', type: 'bool', value: true });
  if (status.message !== '') tags.push(stringTag('otel.status_description', status.message));
  if (traceState !== '') tags.push(stringTag('w3c.tracestate', traceState));
  return tags;
}

/** The name of an event is its field `event`, unless it has an attribute of that name. */
function log({ atNanos, name, attributes }: SpanEvent): JaegerLog {
  const fields = attributes.map(jaegerTag);
  const isNamed = name !== '' && !attributes.some(({ key }) => key === 'event');
  return { timestamp: Number(atNanos / 1000n), fields: isNamed ? [stringTag('event', name), ...fields] : fields };
}
