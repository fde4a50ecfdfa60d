import type { SpanTable } from '../spans/span-table.ts';
import type { Box, Filter } from './explore-question.ts';
import { groupToText } from './group.ts';
import { groupBy } from './group-by.ts';
import { type GroupKey, isSameKey } from './group-key.ts';
import type { Grouping } from './group-traces.ts';
import type { GroupingContext } from './grouping-context.ts';

/** Whether a trace (by its row) passes. */
export type TraceTest = (trace: number) => boolean;

/** Whether a trace passes every one of the filters. `latencies` is per trace of the table, µs. */
export function passesFilters(
  table: SpanTable,
  filters: readonly Filter[],
  latencies: Float64Array,
  context: GroupingContext,
): TraceTest {
  const tests = filters.map((filter) => testOf(table, filter, latencies, context));
  return (trace) => tests.every((test) => test(trace));
}

function testOf(table: SpanTable, filter: Filter, latencies: Float64Array, context: GroupingContext): TraceTest {
  switch (filter.kind) {
    case 'box':
      return isInBox(table, filter.box, latencies);
    case 'groups':
      return passesGroups(groupBy(table, filter.key, context), filter);
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
export function isOnKey(filter: Filter, key: GroupKey | undefined): boolean {
  return filter.kind === 'groups' && isSameKey(filter.key, key);
}

/** Whether a trace's group passes a filter on groups. */
function passesGroups(grouping: Grouping, filter: Extract<Filter, { kind: 'groups' }>): TraceTest {
  const named = new Set(filter.groups.map(groupToText));
  const isNamed = grouping.groups.map((group) => named.has(groupToText(group)));
  const wanted = filter.mode === 'include';
  return (trace) => isNamed[grouping.groupOfTrace[trace]!] === wanted;
}
