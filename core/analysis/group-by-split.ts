import type { SpanTable } from '../spans/span-table.ts';
import type { Split } from './explore-question.ts';
import { isInBox, type TraceTest } from './filter-traces.ts';
import { type Group, sideGroup } from './group.ts';
import type { Grouping } from './group-traces.ts';

/** The two sides of a split; the first is the one that a finding speaks of. */
export function sidesOfSplit({ kind }: Split): readonly [Group, Group] {
  return kind === 'instant' ? [sideGroup('after'), sideGroup('before')] : [sideGroup('A'), sideGroup('B')];
}

/**
 * Groups every trace of the table by its side.
 *
 * @param latencies per trace of the table, µs
 * @param passesFilters whether a trace passes all filters
 */
export function groupBySplit(
  table: SpanTable,
  split: Split,
  latencies: Float64Array,
  passesFilters: TraceTest,
): Grouping {
  const isFirst = testOf(table, split, latencies, passesFilters);
  const groupOfTrace = Int32Array.from({ length: table.traceCount }, (_, trace) => (isFirst(trace) ? 0 : 1));
  return { groups: sidesOfSplit(split), groupOfTrace };
}

function testOf(table: SpanTable, split: Split, latencies: Float64Array, passesFilters: TraceTest): TraceTest {
  switch (split.kind) {
    case 'box':
      return isInBox(table, split.box, latencies);
    case 'instant':
      return (trace) => table.traceStart[trace]! >= split.at;
    case 'filters':
      return passesFilters;
  }
}
