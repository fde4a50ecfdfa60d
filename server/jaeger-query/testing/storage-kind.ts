/**
 * What Jaeger gives when more traces match than the limit, and what a window and filters mean, depends on its storage:
 *
 *     kind               ends of a window    more than limit      several tags    durations
 *     memory             count               last arrived         on one span     of that span, too
 *     memory-v1          count               newest, ascending    on one span     of that span, too
 *     search-server      count, whole ms     newest               on one span     of that span; at most 24 h unless told
 *     cassandra          do not count        newest 3 × limit     anywhere in     of any span of the service within the hours
 *                                            rows of each index   the trace       of the window; 500 beside tags
 *     cassandra-buckets  the same, but rows in no order, as the index is spread over buckets
 *
 * How each compares tags: `stored-tags.ts`. A row is a span of the service (and operation), its start in whole µs. `traces` stand
 * in the order of arrival.
 */
export type StorageKind = 'memory' | 'memory-v1' | 'search-server' | 'cassandra' | 'cassandra-buckets';

export const STORAGE_KINDS: readonly StorageKind[] = [
  'memory',
  'memory-v1',
  'search-server',
  'cassandra',
  'cassandra-buckets',
];
