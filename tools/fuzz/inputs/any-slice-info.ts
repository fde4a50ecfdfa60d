import type { SliceInfo } from '#core/api.ts';
import type { SpanTable } from '#core/spans/span-table.ts';

/** What stands beside a table in a slice, where it does not matter what. */
export function anySliceInfo({ traceCount, spanCount }: SpanTable): SliceInfo {
  return {
    version: 2,
    start: 1,
    end: 2,
    state: 'complete',
    traces: traceCount,
    spans: spanCount,
    nextWindow: 1,
    requests: 1,
    bytes: 1,
    problems: [],
  };
}
