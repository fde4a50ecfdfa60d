import type { Trace } from '#core/trace/trace.ts';
import { addMicros, DAY, HOUR, MILLISECOND, type Micros, type UnixMicros } from '#core/units.ts';
import type { JaegerClient, TraceSearch } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import type { StorageKind } from './storage-kind.ts';
import { type StoredSpan, storedTagMatcher } from './stored-tags.ts';

export interface FakeStorageOptions {
  /** Ids of traces that make a page fail as NaN does. */
  readonly unserialisable?: ReadonlySet<string>;
  /** As v3 of Jaeger before 2.19 does. */
  readonly ignoresTags?: boolean;
  /** A longer window is refused, as search servers refuse the long URL that it makes. */
  readonly longestWindow?: Micros;
}

export interface FakeStorage extends JaegerClient {
  readonly searches: readonly TraceSearch[];
}

/** The search of a Jaeger with such a storage, without HTTP between. */
export function fakeStorage(
  kind: StorageKind,
  traces: readonly Trace[],
  { unserialisable = new Set(), ignoresTags = false, longestWindow }: FakeStorageOptions = {},
): FakeStorage {
  const searches: TraceSearch[] = [];
  const rows = rowsByTime(traces);
  const unused = () => Promise.reject(new Error('not part of this storage'));
  return {
    searches,
    services: unused,
    operations: unused,
    trace: unused,
    async search(search, listener, signal) {
      signal.throwIfAborted();
      searches.push(search);
      if (longestWindow !== undefined && search.end - search.start > longestWindow) {
        throw new JaegerFault('jaeger-failed', 'answers 500: too_long_http_line_exception');
      }
      const page = pageOf(kind, rows, ignoresTags ? { ...search, tags: [] } : search);
      listener.onBytes(page.length);
      if (page.some((trace) => unserialisable.has(trace.id))) {
        throw new JaegerFault('jaeger-failed', 'unsupported value: NaN', { isUnserialisable: true });
      }
      for (const trace of page) listener.onTrace(trace);
      return { hasFilteredTags: !ignoresTags };
    },
  };
}

/** What memory of 2.20 finds. `traces` stand in the order of arrival, as they do in `fakeStorage`. */
export function memoryPage(traces: readonly Trace[], search: TraceSearch): readonly Trace[] {
  return pageOf('memory', rowsByTime(traces), search);
}

interface Row extends StoredSpan {
  readonly start: UnixMicros;
  /** Of its trace. */
  readonly arrival: number;
}

function rowsByTime(traces: readonly Trace[]): readonly Row[] {
  return traces
    .flatMap((trace, arrival) =>
      trace.spans.map((span) => ({ trace, span, arrival, start: addMicros(trace.start, span.start) })),
    )
    .sort((a, b) => a.start - b.start);
}

function pageOf(kind: StorageKind, stored: readonly Row[], search: TraceSearch): readonly Trace[] {
  const { limit } = search;
  const hasTag = storedTagMatcher(kind);
  const rows = windowOf(kind, stored, search).filter((row) => isOfService(row, search));
  const ofOneSpan = () =>
    rows.filter((row) => hasDuration(row, search, kind) && search.tags.every((tag) => hasTag(row, tag)));
  switch (kind) {
    case 'memory':
      return tracesOf(ofOneSpan().sort((a, b) => b.arrival - a.arrival)).slice(0, limit);
    case 'memory-v1': {
      const byStart = tracesOf(ofOneSpan()).toSorted((a, b) => a.start - b.start);
      return byStart.slice(Math.max(0, byStart.length - limit));
    }
    case 'search-server':
      return tracesOf(ofOneSpan().sort((a, b) => b.start - a.start)).slice(0, limit);
    case 'cassandra':
    case 'cassandra-buckets': {
      if (search.minDuration !== undefined || search.maxDuration !== undefined) return byDuration(stored, search);
      const read = (index: readonly Row[]) => {
        const place = (row: Row) => (kind === 'cassandra' ? -row.start : disorder(row.start));
        return index.toSorted((a, b) => place(a) - place(b)).slice(0, ROWS_PER_TRACE * limit);
      };
      const ofService = windowOf(kind, stored, search).filter((row) =>
        isOfService(row, { ...search, operation: undefined }),
      );
      const indexes = search.tags.map((tag) => read(ofService.filter((row) => hasTag(row, tag))));
      if (search.operation !== undefined || indexes.length === 0) indexes.push(read(rows));
      const [first = [], ...others] = indexes.map(tracesOf);
      const common = first.filter((trace) => others.every((other) => other.includes(trace)));
      return common.toSorted((a, b) => disorder(a.start) - disorder(b.start)).slice(0, limit);
    }
  }
}

const ROWS_PER_TRACE = 3;

function windowOf(kind: StorageKind, stored: readonly Row[], { start, end }: TraceSearch): readonly Row[] {
  const millis = (instant: number) => Math.floor(instant / MILLISECOND);
  switch (kind) {
    case 'memory':
    case 'memory-v1':
      return between(stored, start, end + 1);
    case 'search-server':
      return between(stored, millis(start) * MILLISECOND, (millis(end) + 1) * MILLISECOND);
    case 'cassandra':
    case 'cassandra-buckets':
      return between(stored, start + 1, end);
  }
}

/** From `start`, inclusive, to `end`, exclusive. */
function between(stored: readonly Row[], start: number, end: number): readonly Row[] {
  return stored.slice(firstFrom(stored, start), firstFrom(stored, end));
}

function firstFrom(stored: readonly Row[], instant: number): number {
  let low = 0;
  let high = stored.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stored[middle]!.start < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isOfService({ trace, span }: StoredSpan, { service, operation }: TraceSearch): boolean {
  return (
    trace.resources[span.resource]?.service === service && (operation === undefined || span.operation === operation)
  );
}

function hasDuration({ span }: StoredSpan, { minDuration, maxDuration }: TraceSearch, kind: StorageKind): boolean {
  if (minDuration === undefined && maxDuration === undefined) return true;
  const most = maxDuration ?? (kind === 'search-server' ? DAY : Number.POSITIVE_INFINITY);
  return span.duration >= (minDuration ?? 0) && span.duration <= most;
}

/** Its index of durations knows hours, rounded, and nothing within them; the longest come first. */
function byDuration(stored: readonly Row[], search: TraceSearch): readonly Trace[] {
  if (search.tags.length > 0) {
    throw new JaegerFault('jaeger-failed', 'cannot query for duration and tags simultaneously');
  }
  const hour = (instant: number) => Math.round(instant / HOUR);
  const found = stored
    .filter((row) => isOfService(row, search) && hasDuration(row, search, 'search-server'))
    .filter((row) => hour(row.start) >= hour(search.start) && hour(row.start) <= hour(search.end))
    .sort((a, b) => b.span.duration - a.span.duration);
  return tracesOf(found.slice(0, ROWS_PER_TRACE * search.limit)).slice(0, search.limit);
}

function tracesOf(rows: readonly Row[]): readonly Trace[] {
  return [...new Set(rows.map((row) => row.trace))];
}

/** Some order that has nothing to do with time, but is the same for every question. */
function disorder(start: number): number {
  return (start * 2_654_435_761) % 4_294_967_296;
}
