import type { AnnotationKey, SpanTable } from '../spans/span-table.ts';
import type { Box, Filter } from './explore-question.ts';
import { groupToText } from './group.ts';
import { type Grouping, groupTraces } from './group-traces.ts';

/** Whether a trace (by its row) passes. */
export type TraceTest = (trace: number) => boolean;

/** Whether a trace passes every one of the filters. `latencies` is per trace of the table, µs. */
export function passesFilters(table: SpanTable, filters: readonly Filter[], latencies: Float64Array): TraceTest {
  const tests = filters.map((filter) => testOf(table, filter, latencies));
  return (trace) => tests.every((test) => test(trace));
}

function testOf(table: SpanTable, filter: Filter, latencies: Float64Array): TraceTest {
  switch (filter.kind) {
    case 'box':
      return isInBox(table, filter.box, latencies);
    case 'groups':
      return passesGroups(groupTraces(table, filter.key), filter);
  }
}

/** Whether a trace lies in a box, its ends included. */
export function isInBox(table: SpanTable, box: Box, latencies: Float64Array): TraceTest {
  return (trace) => {
    const start = table.traceStart[trace]!;
    const latency = latencies[trace]!;
    return start >= box.from && start <= box.to && latency >= box.min && latency <= box.max;
  };
}

/** Whether the filter is on this key. */
export function isOnKey(filter: Filter, key: AnnotationKey | undefined): boolean {
  return filter.kind === 'groups' && filter.key.scope === key?.scope && filter.key.key === key.key;
}

/** Whether a trace's group passes a filter on groups. */
function passesGroups(grouping: Grouping, filter: Extract<Filter, { kind: 'groups' }>): TraceTest {
  const named = new Set(filter.groups.map(groupToText));
  const isNamed = grouping.groups.map((group) => named.has(groupToText(group)));
  const wanted = filter.mode === 'include';
  return (trace) => isNamed[grouping.groupOfTrace[trace]!] === wanted;
}
