import type { TraceSearch } from '../jaeger-client.ts';
import { canSendTag } from './can-send-tag.ts';

/** No span is longer; a missing maximum is 24 hours to search servers. In µs, and 2^63 ns is more. */
const LONGEST_SPAN = Number.MAX_SAFE_INTEGER;

/**
 * What of a search goes to Jaeger. Its answer then holds all that is meant, and what it leaves out can be told: see
 * `canSendTag` for single conditions. Where the storage may be Cassandra (`countsEnds` is not true):
 *
 * - No durations. Its index of durations knows whole hours only, and fails beside tags (500).
 * - At most one condition, and none beside an operation. It reads up to 3 × limit rows for each of them and answers what is in
 *   all these; so many rows may have been left unread, and nothing in the answer tells.
 *
 * A maximum is sent with a minimum only, as a negative duration, 0 to us, is a very long one to some. It is sent with a
 * microsecond more: Jaeger 2 compares nanoseconds, of which we see whole microseconds.
 */
export function sentSearch(search: TraceSearch, countsEnds: boolean | undefined): TraceSearch {
  const tags = search.tags.filter(canSendTag);
  if (countsEnds === true) return { ...search, tags, ...sentDurations(search) };
  return {
    ...search,
    tags: search.operation === undefined ? tags.slice(0, 1) : [],
    minDuration: undefined,
    maxDuration: undefined,
  };
}

/** Would Jaeger send less if it were known that its storage is not Cassandra? */
export function dependsOnStorage(search: TraceSearch): boolean {
  const surely = sentSearch(search, true);
  const always = sentSearch(search, undefined);
  return surely.tags.length > always.tags.length || surely.minDuration !== undefined;
}

function sentDurations({
  minDuration = 0,
  maxDuration,
}: TraceSearch): Pick<TraceSearch, 'minDuration' | 'maxDuration'> {
  if (minDuration < 1) return { minDuration: undefined, maxDuration: undefined };
  const most = maxDuration === undefined ? LONGEST_SPAN : Math.min(maxDuration + 1, LONGEST_SPAN);
  return { minDuration, maxDuration: most };
}
