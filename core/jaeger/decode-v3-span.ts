import type { RawEvent, RawSpan } from '../trace/raw-span.ts';
import type { Attribute, Resource, SpanKind } from '../trace/trace.ts';
import { addMicros } from '../units.ts';
import { spanIdOf } from './hex-id.ts';
import { SpanTags } from './span-tags.ts';
import { decodeV3Event } from './v3-event.ts';
import { decodeV3KeyValue } from './v3-key-values.ts';
import { decodeV3Links } from './v3-links.ts';
import { microsBetween, v3Instant } from './v3-nanos.ts';
import type { V3KeyValue, V3SpanWire, V3Status } from './v3-wire.ts';

/** What the spans of one `scopeSpans` have in common. */
export interface V3Origin {
  readonly resource: Resource;
  /** `otel.scope.name` and `otel.scope.version`. */
  readonly scopeAttributes: readonly Attribute[];
}

const NO_EVENTS: readonly RawEvent[] = [];
const NO_WARNINGS: readonly string[] = [];

/**
 * A span of the wire as `buildTrace` takes it, with the attributes that the legacy dialect has of it, in its order: scope,
 * attributes, status, trace state. (opentelemetry-collector-contrib v0.153.0, pkg/translator/jaeger.)
 */
export function decodeV3Span(span: V3SpanWire, traceId: string, origin: V3Origin): RawSpan {
  const tags = new SpanTags(origin.scopeAttributes);
  let warnings = NO_WARNINGS;
  for (const attribute of span.attributes ?? []) {
    if (attribute.key === '@jaeger@warnings') warnings = warningsOf(attribute);
    else tags.add(decodeV3KeyValue(attribute));
  }
  const kind = spanKindOf(span.kind) ?? tags.kind;
  if (span.status != null) addStatus(tags, span.status);
  if (span.traceState) tags.add(text('w3c.tracestate', span.traceState));

  const { parentId, links } = decodeV3Links(span, traceId);
  const start = v3Instant(span.startTimeUnixNano);
  const duration = microsBetween(start, v3Instant(span.endTimeUnixNano));
  return {
    id: spanIdOf(span.spanId ?? ''),
    parentId,
    resource: origin.resource,
    operation: span.name ?? '',
    kind,
    start: start.micros,
    end: addMicros(start.micros, duration),
    isError: tags.isError,
    attributes: tags.attributes,
    events: span.events == null || span.events.length === 0 ? NO_EVENTS : span.events.map(decodeV3Event),
    links,
    warnings,
  };
}

/** What Jaeger noted on the span. It is no attribute. */
function warningsOf({ key, value }: V3KeyValue): readonly string[] {
  const list = value?.arrayValue;
  if (list == null) return [decodeV3KeyValue({ key, value }).value];
  return (list.values ?? []).map((warning) => warning.stringValue ?? '');
}

function addStatus(tags: SpanTags, { code, message }: V3Status): void {
  switch (code) {
    case 1:
    case 'STATUS_CODE_OK':
      tags.add(text('otel.status_code', 'OK'));
      break;
    case 2:
    case 'STATUS_CODE_ERROR':
      tags.add(text('otel.status_code', 'ERROR'));
      tags.add({ key: 'error', type: 'bool', value: 'true' });
      break;
  }
  if (message) tags.add(text('otel.status_description', message));
}

function spanKindOf(kind: V3SpanWire['kind']): SpanKind | undefined {
  switch (kind) {
    case 1:
    case 'SPAN_KIND_INTERNAL':
      return 'internal';
    case 2:
    case 'SPAN_KIND_SERVER':
      return 'server';
    case 3:
    case 'SPAN_KIND_CLIENT':
      return 'client';
    case 4:
    case 'SPAN_KIND_PRODUCER':
      return 'producer';
    case 5:
    case 'SPAN_KIND_CONSUMER':
      return 'consumer';
    default:
      return undefined;
  }
}

function text(key: string, value: string): Attribute {
  return { key, type: 'string', value };
}
