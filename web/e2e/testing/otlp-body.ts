import { type Attribute, NO_PARENT, type Span, type SpanKind, type Trace } from '#core/trace/trace.ts';
import { addMicros, type UnixMicros } from '#core/units.ts';

/** OTLP's numbers for the kinds of spans. */
const KINDS: Readonly<Record<SpanKind, number>> = {
  unspecified: 0,
  internal: 1,
  server: 2,
  client: 3,
  producer: 4,
  consumer: 5,
};

const STATUS_ERROR = 2;

/** Traces as the JSON body of an OTLP export, a group of spans per resource. Links, problems and spans not to be sent are left out. */
export function otlpBody(traces: readonly Trace[], isSent: (span: Span) => boolean): string {
  const resourceSpans = traces.flatMap((trace) =>
    trace.resources.map((resource, index) => ({
      resource: {
        attributes: [keyValue({ key: 'service.name', value: resource.service }), ...resource.attributes.map(keyValue)],
      },
      scopeSpans: [
        {
          scope: {},
          spans: trace.spans
            .filter((span) => span.resource === index && isSent(span))
            .map((span) => otlpSpan(trace, span)),
        },
      ],
    })),
  );
  return JSON.stringify({ resourceSpans });
}

function otlpSpan(trace: Trace, span: Span): unknown {
  const start = addMicros(trace.start, span.start);
  return {
    traceId: trace.id,
    spanId: span.id,
    ...(span.parent === NO_PARENT ? {} : { parentSpanId: trace.spans[span.parent]!.id }),
    name: span.operation,
    kind: KINDS[span.kind],
    startTimeUnixNano: nanos(start),
    endTimeUnixNano: nanos(addMicros(start, span.duration)),
    attributes: span.attributes.map(keyValue),
    events: span.events.map(({ name, at, attributes }) => ({
      name,
      timeUnixNano: nanos(addMicros(trace.start, at)),
      attributes: attributes.map(keyValue),
    })),
    ...(span.isError ? { status: { code: STATUS_ERROR } } : {}),
  };
}

/** The traces of these tests carry texts alone. */
function keyValue({ key, value }: Pick<Attribute, 'key' | 'value'>): unknown {
  return { key, value: { stringValue: value } };
}

/** As OTLP's JSON wants it: a text, since a double cannot hold it. */
function nanos(instant: UnixMicros): string {
  return `${instant}000`;
}
