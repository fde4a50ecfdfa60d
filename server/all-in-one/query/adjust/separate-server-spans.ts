import type { StoredSpan } from '../../store/stored-span.ts';

/**
 * Zipkin's clients let the server's span share the id of the client's. Each such server span gets an id of its own, counted
 * up from 1, and the client's span as its parent; what was below it follows.
 */
export function separateServerSpans(spans: readonly StoredSpan[]): readonly StoredSpan[] {
  const clientIds = new Set(spans.filter(({ kind }) => kind === 'client').map(({ spanId }) => spanId));
  const isShared = ({ kind, spanId }: StoredSpan): boolean => kind === 'server' && clientIds.has(spanId);
  if (!spans.some(isShared)) return spans;

  const taken = new Set(spans.map(({ spanId }) => spanId));
  const newIds = new Map<string, string>();
  let last = 0n;
  const separated = spans.map((span) => {
    if (!isShared(span)) return span;
    let id: string;
    do id = (++last).toString(16).padStart(16, '0');
    while (taken.has(id));
    newIds.set(span.spanId, id);
    return { ...span, spanId: id, parentSpanId: span.spanId };
  });
  return separated.map((span) => {
    const parentSpanId = newIds.get(span.parentSpanId);
    return parentSpanId === undefined || parentSpanId === span.spanId ? span : { ...span, parentSpanId };
  });
}
