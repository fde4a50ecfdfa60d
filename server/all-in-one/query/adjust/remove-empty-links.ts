import { NO_SPAN_ID, NO_TRACE_ID, type SpanLink, type StoredSpan } from '../../store/stored-span.ts';

/** Links that point nowhere are left out, each with a warning. */
export function removeEmptyLinks(spans: readonly StoredSpan[]): readonly StoredSpan[] {
  return spans.map((span) => {
    const removed = span.links.filter(pointsNowhere);
    if (removed.length === 0) return span;
    return {
      ...span,
      links: span.links.filter((link) => !pointsNowhere(link)),
      warnings: [...span.warnings, ...removed.map(() => 'Invalid span link removed')],
    };
  });
}

function pointsNowhere(link: SpanLink): boolean {
  return link.traceId === NO_TRACE_ID || link.spanId === NO_SPAN_ID;
}
