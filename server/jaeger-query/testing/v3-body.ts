import { type Attribute, NO_PARENT, type Span, type SpanKind, type Trace } from '#core/trace/trace.ts';

/** The body with which a jaeger-query answers `GET /api/v3/traces`, holding these traces in this order. */
export function v3Body(traces: Iterable<Trace>): string {
  const elements = Array.from(traces, v3ResourceSpans).flat();
  return `{"result":{"resourceSpans":[${elements.map((element) => JSON.stringify(element)).join()}]}}`;
}

/** The elements of one trace: one for each process. */
export function v3ResourceSpans(trace: Trace): readonly unknown[] {
  return trace.resources.map(({ service, attributes }, resource) => ({
    resource: {
      attributes: [{ key: 'service.name', value: { stringValue: service } }, ...attributes.map(keyValue)],
    },
    scopeSpans: [
      {
        scope: {},
        spans: trace.spans.filter((span) => span.resource === resource).map((span) => v3Span(trace, span)),
      },
    ],
  }));
}

const KINDS: readonly SpanKind[] = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];

function v3Span(trace: Trace, span: Span): unknown {
  const isOrphan = trace.problems.some((problem) => problem.kind === 'orphan' && problem.spanId === span.id);
  const parentId = span.parent === NO_PARENT ? (isOrphan ? 'ffffffffffffffff' : '') : trace.spans[span.parent]?.id;
  return {
    traceId: trace.id,
    spanId: span.id,
    ...(parentId === '' ? {} : { parentSpanId: parentId }),
    name: span.operation,
    ...(span.kind === 'unspecified' ? {} : { kind: KINDS.indexOf(span.kind) }),
    startTimeUnixNano: nanos(trace.start + span.start),
    endTimeUnixNano: nanos(trace.start + span.start + span.duration),
    attributes: span.attributes.map(keyValue),
    events: span.events.map(({ name, at, attributes }) => ({
      timeUnixNano: nanos(trace.start + at),
      name,
      attributes: attributes.map(keyValue),
    })),
    // Where an attribute says so already, the status would come back as two more.
    status: span.isError && !saysError(span) ? { code: 2 } : {},
  };
}

function saysError({ attributes }: Span): boolean {
  return attributes.some(({ key, value }) => key === 'error' && value === 'true');
}

function nanos(micros: number): string {
  return `${micros}000`;
}

function keyValue({ key, type, value }: Attribute): unknown {
  switch (type) {
    case 'string':
      return { key, value: { stringValue: value } };
    case 'binary':
      return { key, value: { bytesValue: value } };
    case 'bool':
      return { key, value: { boolValue: value === 'true' } };
    case 'int64':
      return { key, value: { intValue: value } };
    case 'float64':
      return { key, value: { doubleValue: Number(value) } };
  }
}
