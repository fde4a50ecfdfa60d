import { type Attribute, NO_PARENT, type Span, type Trace } from '../trace/trace.ts';

/**
 * A trace as an object of the legacy dialect (v1.x to v2.20), `data[i]` of an answer. Decoding it gives the same trace, with these
 * limits:
 *
 * - What was repaired stays repaired: only orphans are odd again.
 * - `isError` without an attribute that says so becomes the tag `error=true`.
 */
export function encodeLegacyTrace(trace: Trace): unknown {
  const orphans = new Set(trace.problems.filter(({ kind }) => kind === 'orphan').map(({ spanId }) => spanId));
  return {
    traceID: trace.id,
    spans: trace.spans.map((span) => legacySpan(trace, span, orphans.has(span.id))),
    processes: Object.fromEntries(
      trace.resources.map(({ service, attributes }, index) => [
        processId(index),
        { serviceName: service, tags: attributes.map(keyValue) },
      ]),
    ),
    warnings: null,
  };
}

/** A random id is not this one. */
const MISSING_PARENT_ID = 'ffffffffffffffff';

function legacySpan(trace: Trace, span: Span, isOrphan: boolean): unknown {
  const parentId = span.parent === NO_PARENT ? (isOrphan ? MISSING_PARENT_ID : '') : trace.spans[span.parent]!.id;
  const parents = parentId === '' ? [] : [{ refType: 'CHILD_OF', traceID: trace.id, spanID: parentId }];
  const links = span.links.map(({ traceId, spanId }) => ({
    refType: 'FOLLOWS_FROM',
    traceID: traceId,
    spanID: spanId,
  }));
  return {
    traceID: trace.id,
    spanID: span.id,
    operationName: span.operation,
    references: [...parents, ...links],
    startTime: trace.start + span.start,
    duration: span.duration,
    tags: legacyTags(span),
    logs: span.events.map(({ name, at, attributes }) => ({
      timestamp: trace.start + at,
      fields: [...(name === '' ? [] : [text('event', name)]), ...attributes.map(keyValue)],
    })),
    processID: processId(span.resource),
    warnings: span.warnings.length === 0 ? null : span.warnings,
  };
}

function legacyTags(span: Span): readonly unknown[] {
  const tags: unknown[] = span.attributes.map(keyValue);
  if (span.kind !== 'unspecified') tags.push(text('span.kind', span.kind));
  const saysError = span.attributes.some(
    ({ key, value }) => (key === 'error' && value === 'true') || (key === 'otel.status_code' && value === 'ERROR'),
  );
  if (span.isError && !saysError) tags.push({ key: 'error', type: 'bool', value: true });
  return tags;
}

function processId(index: number): string {
  return `p${index + 1}`;
}

function text(key: string, value: string): unknown {
  return { key, type: 'string', value };
}

/** An integer beyond ±(2^53 − 1) goes as text, as Jaeger does it: a number would be rounded by whoever parses it. */
function keyValue({ key, type, value }: Attribute): unknown {
  switch (type) {
    case 'string':
    case 'binary':
      return { key, type, value };
    case 'bool':
      return { key, type, value: value === 'true' };
    case 'int64':
      return { key, type, value: Number.isSafeInteger(Number(value)) ? Number(value) : value };
    case 'float64':
      return { key, type, value: Number(value) };
  }
}
