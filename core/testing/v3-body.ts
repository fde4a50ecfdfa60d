import { type Attribute, NO_PARENT, type Resource, type Span, type SpanKind, type Trace } from '../trace/trace.ts';

/**
 * The body with which a `jaeger-query` answers `GET /api/v3/traces` of the v3 dialect, holding these traces in this order.
 * Decoding it gives the same traces, with the limits of `legacyBody`. Attributes that stand where the legacy dialect puts
 * what OTLP has a field for (scope first, then status and trace state at the end) go into that field.
 */
export function v3Body(traces: Iterable<Trace>): string {
  const elements = Array.from(traces, v3ResourceSpans).flat();
  return `{"result":{"resourceSpans":[${elements.map((element) => JSON.stringify(element)).join()}]}}`;
}

/** The elements of one trace: one for each resource, each with a `scopeSpans` for each scope. */
export function v3ResourceSpans(trace: Trace): readonly unknown[] {
  const orphans = new Set(trace.problems.filter(({ kind }) => kind === 'orphan').map(({ spanId }) => spanId));
  return trace.resources.map((resource, index) => {
    const scopes = new Map<string, { readonly scope: Scope; readonly spans: unknown[] }>();
    for (const span of trace.spans) {
      if (span.resource !== index) continue;
      const { scope, ...rest } = takeFields(withError(span));
      const key = JSON.stringify([scope.name, scope.version]);
      const group = scopes.get(key) ?? { scope, spans: [] };
      scopes.set(key, group);
      group.spans.push(v3Span(trace, span, rest, orphans.has(span.id)));
    }
    return { resource: { attributes: resourceAttributes(resource) }, scopeSpans: [...scopes.values()] };
  });
}

function resourceAttributes({ service, attributes }: Resource): readonly unknown[] {
  return [keyValue(text('service.name', service)), ...attributes.map(keyValue)];
}

const KINDS: readonly SpanKind[] = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];

/** No span of a test has this id. */
const MISSING_PARENT_ID = 'ffffffffffffffff';

function v3Span(trace: Trace, span: Span, fields: Omit<Fields, 'scope'>, isOrphan: boolean): unknown {
  const parentId = span.parent === NO_PARENT ? MISSING_PARENT_ID : trace.spans[span.parent]!.id;
  return {
    traceId: trace.id,
    spanId: span.id,
    traceState: fields.traceState,
    parentSpanId: span.parent === NO_PARENT && !isOrphan ? undefined : parentId,
    name: span.operation,
    kind: span.kind === 'unspecified' ? undefined : KINDS.indexOf(span.kind),
    startTimeUnixNano: nanos(trace.start + span.start),
    endTimeUnixNano: nanos(trace.start + span.start + span.duration),
    attributes: [...fields.attributes.map(keyValue), ...warnings(span)],
    events: span.events.map(({ name, at, attributes }) => ({
      timeUnixNano: nanos(trace.start + at),
      name,
      attributes: attributes.map(keyValue),
    })),
    links: span.links,
    status: fields.status,
  };
}

function warnings(span: Span): readonly unknown[] {
  if (span.warnings.length === 0) return [];
  const values = span.warnings.map((stringValue) => ({ stringValue }));
  return [{ key: '@jaeger@warnings', value: { arrayValue: { values } } }];
}

interface Scope {
  readonly name?: string;
  readonly version?: string;
}

interface Fields {
  readonly scope: Scope;
  readonly attributes: readonly Attribute[];
  readonly status: { readonly code?: number; readonly message?: string };
  readonly traceState: string | undefined;
}

/** Moves the attributes that have a field of their own from both ends of the list into that field. */
function takeFields(all: readonly Attribute[]): Fields {
  const attributes = [...all];
  const take = (key: string, end: 'first' | 'last', value?: string): string | undefined => {
    const at = end === 'first' ? 0 : attributes.length - 1;
    const found = attributes[at];
    const isField =
      found?.key === key &&
      found.value !== '' &&
      (found.type === 'string' || key === 'error') &&
      (value === undefined || found.value === value);
    return isField ? attributes.splice(at, 1)[0]!.value : undefined;
  };
  const name = take('otel.scope.name', 'first');
  const version = take('otel.scope.version', 'first');
  const traceState = take('w3c.tracestate', 'last');
  const message = take('otel.status_description', 'last');
  const status = attributes.slice(-2);
  let code: number | undefined;
  if (status[0]?.key === 'otel.status_code' && status[0].value === 'ERROR' && isErrorTag(status[1])) {
    attributes.splice(-2);
    code = 2;
  } else if (take('otel.status_code', 'last', 'OK') !== undefined) {
    code = 1;
  }
  return { scope: { name, version }, attributes, status: { code, message }, traceState };
}

function isErrorTag(tag: Attribute | undefined): boolean {
  return tag?.key === 'error' && tag.type === 'bool' && tag.value === 'true';
}

/** As in the legacy body: an error that no attribute tells of gets one. */
function withError({ isError, attributes }: Span): readonly Attribute[] {
  const saysError = attributes.some(
    ({ key, value }) => (key === 'error' && value === 'true') || (key === 'otel.status_code' && value === 'ERROR'),
  );
  return isError && !saysError ? [...attributes, { key: 'error', type: 'bool', value: 'true' }] : attributes;
}

function text(key: string, value: string): Attribute {
  return { key, type: 'string', value };
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
