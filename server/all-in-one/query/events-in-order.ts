import type { SpanEvent } from '../store/stored-span.ts';

/** Events in the order of time, those of one nanosecond as they were sent. jaeger-query 2.20 has them in the order of their names. */
export function eventsInOrder(events: readonly SpanEvent[]): readonly SpanEvent[] {
  if (events.length < 2) return events;
  return events.toSorted((a, b) => (a.atNanos < b.atNanos ? -1 : a.atNanos > b.atNanos ? 1 : 0));
}
