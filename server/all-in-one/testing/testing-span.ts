import { type Attribute, NO_SPAN_ID, type SpanResource, type StoredSpan } from '../store/stored-span.ts';

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
    droppedAttributes: 0,
    events: [],
    droppedEvents: 0,
    links: [],
    droppedLinks: 0,
    flags: 0,
    status: { code: 'UNSET', message: '' },
    warnings: [],
    resource: testingResource(service),
    scope: { name: '', version: '', attributes: [], droppedAttributes: 0, schemaUrl: '' },
    ...changes,
  };
}

export function testingResource(serviceName: string, attributes: readonly Attribute[] = []): SpanResource {
  return { serviceName, attributes, droppedAttributes: 0, schemaUrl: '' };
}
