import type { SpanTable } from '../../spans/span-table.ts';
import { callsKey, type DerivedKey } from '../group-key.ts';

/** Operations whose names hold ids would make a key each: only those that split the traces best are looked at. */
const MOST_CALL_KEYS = 50;

/** Keys for having a span of an operation, for operations that some of the traces in `rows` have and some have not. O(spans). */
export function callKeys(table: SpanTable, rows: Int32Array): readonly DerivedKey[] {
  const traces = new Map<number, number>();
  const lastTrace = new Map<number, number>();
  for (const trace of rows) {
    for (let span = table.firstSpan[trace]!; span < table.firstSpan[trace + 1]!; span++) {
      const call = table.spanService[span]! * table.operations.length + table.spanOperation[span]!;
      if (lastTrace.get(call) === trace) continue;
      lastTrace.set(call, trace);
      traces.set(call, (traces.get(call) ?? 0) + 1);
    }
  }
  const split = (count: number): number => Math.min(count, rows.length - count);
  return [...traces]
    .flatMap(([call, count]) => {
      if (split(count) === 0) return [];
      const operation = call % table.operations.length;
      const service = table.services[(call - operation) / table.operations.length]!;
      return [{ split: split(count), key: callsKey(service, table.operations[operation]!) }];
    })
    .sort((a, b) => b.split - a.split || (a.key.key < b.key.key ? -1 : 1))
    .slice(0, MOST_CALL_KEYS)
    .map(({ key }) => key);
}
