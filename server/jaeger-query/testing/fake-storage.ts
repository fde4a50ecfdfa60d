import type { Trace } from '#core/trace/trace.ts';
import { addMicros, MILLISECOND, type UnixMicros } from '#core/units.ts';
import type { JaegerClient, TraceSearch } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';

/**
 * What Jaeger gives when more traces match than the limit, and which spans a window holds, depends on its storage:
 *
 * - `memory`: ends count; the traces that stand last in `traces` (arrived last).
 * - `search-server`: ends count, in whole milliseconds; the newest.
 * - `cassandra`: ends do not count; at most 3 × limit spans of the service, the newest, of which the traces are made.
 * - `cassandra-buckets`: the same, but spans in no order, as its index is spread over buckets.
 */
export type StorageKind = 'memory' | 'search-server' | 'cassandra' | 'cassandra-buckets';

interface Row {
  readonly trace: Trace;
  readonly start: UnixMicros;
}

/** The search of a Jaeger with such a storage, without HTTP between. Traces in `unserialisable` make a page fail as NaN does. */
export function fakeStorage(
  kind: StorageKind,
  traces: readonly Trace[],
  unserialisable: ReadonlySet<string> = new Set(),
): JaegerClient & { readonly searches: readonly TraceSearch[] } {
  const searches: TraceSearch[] = [];
  const unused = () => Promise.reject(new Error('not part of this storage'));
  return {
    searches,
    services: unused,
    operations: unused,
    trace: unused,
    async search(search, listener) {
      searches.push(search);
      const page = pageOf(kind, rowsOf(traces, search), search);
      listener.onBytes(page.length);
      if (page.some((trace) => unserialisable.has(trace.id))) {
        throw new JaegerFault('jaeger-failed', 'unsupported value: NaN', { isUnserialisable: true });
      }
      for (const trace of page) listener.onTrace(trace);
      return { hasFilteredTags: true };
    },
  };
}

/** Spans of the service and operation, wherever they are in time. */
function rowsOf(traces: readonly Trace[], search: TraceSearch): readonly Row[] {
  return traces.flatMap((trace) =>
    trace.spans
      .filter((span) => trace.resources[span.resource]?.service === search.service)
      .filter((span) => search.operation === undefined || span.operation === search.operation)
      .map((span) => ({ trace, start: addMicros(trace.start, span.start) })),
  );
}

function pageOf(kind: StorageKind, rows: readonly Row[], { start, end, limit }: TraceSearch): readonly Trace[] {
  switch (kind) {
    case 'memory': {
      const found = rows.filter((row) => row.start >= start && row.start <= end);
      return tracesOf(found.toReversed()).slice(0, limit);
    }
    case 'search-server': {
      const millis = (instant: number) => Math.floor(instant / MILLISECOND);
      const found = rows.filter((row) => millis(row.start) >= millis(start) && millis(row.start) <= millis(end));
      return tracesOf(found.toSorted((a, b) => b.start - a.start)).slice(0, limit);
    }
    case 'cassandra':
    case 'cassandra-buckets': {
      const found = rows.filter((row) => row.start > start && row.start < end);
      const place = (row: Row) => (kind === 'cassandra' ? -row.start : disorder(row.start));
      const read = found.toSorted((a, b) => place(a) - place(b)).slice(0, 3 * limit);
      return tracesOf(read.toSorted((a, b) => disorder(a.start) - disorder(b.start))).slice(0, limit);
    }
  }
}

function tracesOf(rows: readonly Row[]): readonly Trace[] {
  return [...new Set(rows.map((row) => row.trace))];
}

/** Some order that has nothing to do with time, but is the same for every question. */
function disorder(start: number): number {
  return (start * 2_654_435_761) % 4_294_967_296;
}
