import { NO_SPAN_ID, type StoredSpan } from '../../store/stored-span.ts';

/** A trace in figures, as `/api/v3/trace-summaries` tells it. What is zero or unknown is absent. */
export interface TraceSummary {
  readonly traceId: string;
  readonly rootServiceName?: string;
  readonly rootOperationName?: string;
  readonly minStartTimeUnixNano: string;
  readonly maxEndTimeUnixNano: string;
  readonly spanCount: number;
  readonly errorSpanCount?: number;
  readonly orphanSpanCount?: number;
  readonly services: readonly ServiceSummary[];
}

interface ServiceSummary {
  readonly name: string;
  readonly spanCount: number;
  readonly errorSpanCount?: number;
}

/** The summary of a trace of at least one span; its root is the first span without a parent. */
export function traceSummary(traceId: string, spans: readonly StoredSpan[]): TraceSummary {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const root = spans.find(({ parentSpanId }) => parentSpanId === NO_SPAN_ID);
  const orphans = spans.filter(({ parentSpanId }) => parentSpanId !== NO_SPAN_ID && !ids.has(parentSpanId)).length;
  const starts = spans.map(({ startNanos }) => startNanos);
  const ends = spans.map(({ endNanos }) => endNanos);
  const byService = Map.groupBy(spans, ({ resource }) => resource.serviceName);
  return {
    traceId,
    ...(root === undefined ? {} : { rootServiceName: root.resource.serviceName, rootOperationName: root.name }),
    minStartTimeUnixNano: String(starts.reduce((min, start) => (start < min ? start : min))),
    maxEndTimeUnixNano: String(ends.reduce((max, end) => (end > max ? end : max))),
    ...counts(spans),
    ...(orphans === 0 ? {} : { orphanSpanCount: orphans }),
    services: Array.from(byService, ([name, ofService]) => ({ name, ...counts(ofService) })).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    ),
  };
}

function counts(spans: readonly StoredSpan[]): { readonly spanCount: number; readonly errorSpanCount?: number } {
  const errors = spans.filter(({ status }) => status.code === 'ERROR').length;
  return { spanCount: spans.length, ...(errors === 0 ? {} : { errorSpanCount: errors }) };
}
