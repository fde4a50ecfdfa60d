import { NO_SPAN_ID, type StoredSpan } from '../store/stored-span.ts';

/** A span of one millisecond to change in tests. `traceNumber` and `spanNumber` make its ids. */
export function testingSpan(
  traceNumber: number,
  spanNumber: number,
  service: string,
  changes: Partial<StoredSpan> = {},
): StoredSpan {
  return {
    traceId: traceNumber.toString(16).padStart(32, '0'),
    spanId: spanNumber.toString(16).padStart(16, '0'),
    parentSpanId: NO_SPAN_ID,
    traceState: '',
    name: 'operation',
    kind: '',
    startNanos: 1_000_000_000n,
    endNanos: 1_001_000_000n,
    attributes: [],
    events: [],
    links: [],
    status: { code: 'UNSET', message: '' },
    warnings: [],
    resource: { serviceName: service, attributes: [] },
    scope: { name: '', version: '', attributes: [] },
    ...changes,
  };
}
