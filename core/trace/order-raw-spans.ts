import { hasStartTime } from './has-start-time.ts';
import type { RawSpan } from './raw-span.ts';

/**
 * The spans in an order that depends on nothing but themselves: by start (those without a start time last), then by id,
 * then by whatever differs. Everything after it may decide by position and still gives the same trace for any order of
 * the wire.
 */
export function orderRawSpans(spans: readonly RawSpan[]): readonly RawSpan[] {
  return spans.toSorted(compareRawSpans);
}

/** Whether two spans are one, sent twice. What Jaeger noted on them does not count: it notes duplicates there. */
export function isSameSpan(a: RawSpan, b: RawSpan): boolean {
  return a.id === b.id && a.start === b.start && a.end === b.end && contentOf(a) === contentOf(b);
}

function compareRawSpans(a: RawSpan, b: RawSpan): number {
  return (
    sortableStart(a) - sortableStart(b) ||
    compareText(a.id, b.id) ||
    a.start - b.start ||
    a.end - b.end ||
    compareText(contentOf(a), contentOf(b)) ||
    compareText(JSON.stringify(a.warnings), JSON.stringify(b.warnings))
  );
}

function sortableStart(span: RawSpan): number {
  return hasStartTime(span.start) ? span.start : Number.MAX_VALUE;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** All of a span but its warnings, as text. Dear, and needed only where id and times are the same. */
function contentOf(span: RawSpan): string {
  return JSON.stringify([
    span.operation,
    span.parentId,
    span.kind,
    span.resource.service,
    span.resource.attributes,
    span.isError,
    span.attributes,
    span.events,
    span.links,
  ]);
}
