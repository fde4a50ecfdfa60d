import { decodeSpans } from '../../../server/all-in-one/collector/decode-spans.ts';
import { groupsFromJson } from '../../../server/all-in-one/collector/groups-from-json.ts';
import { checkedLimit } from '../../../server/all-in-one/query/checked-limit.ts';
import { parseSearch } from '../../../server/all-in-one/query/parse-search.ts';
import { parsePathTraceId } from '../../../server/all-in-one/query/parse-trace-id.ts';
import { QueryError } from '../../../server/all-in-one/query/query-error.ts';
import { parseSearchV3, parseTraceParametersV3 } from '../../../server/all-in-one/query/v3/parse-search-v3.ts';
import { searchTraces } from '../../../server/all-in-one/store/search-traces.ts';
import { SpanStore } from '../../../server/all-in-one/store/span-store.ts';
import { onlyAsync } from '../checks/only.ts';
import { require } from '../checks/require.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { anyQuery } from '../inputs/mutate-query.ts';
import { recordedBodies } from '../inputs/recordings.ts';

const NAMES = [
  ...['service', 'operation', 'tags', 'tag', 'start', 'end', 'limit', 'minDuration', 'maxDuration', 'raw', 'traceID'],
  ...['query.serviceName', 'query.service_name', 'query.startTimeMin', 'query.startTimeMax', 'query.attributes'],
  ...[
    'query.searchDepth',
    'query.num_traces',
    'query.durationMin',
    'query.duration_max',
    'query.rawTraces',
    'start_time',
  ],
] as const;
const GOOD = [
  'service=demo&start=1&end=1895424400000000&limit=5&tags=%7B%22omikuji%22%3A%22%E5%87%B6%22%7D&minDuration=1ms&maxDuration=5s&raw=true',
  'traceID=ab&traceID=0123456789abcdef&service=demo&tag=a%3Ab',
  'query.serviceName=demo&query.startTimeMin=2026-11-23T09:00:00Z&query.startTimeMax=2026-11-24T09:00:00.5%2B09:00&query.searchDepth=3',
  'query.service_name=demo&query.start_time_min=2026-11-23T09:00:00Z&query.start_time_max=2026-11-24T09:00:00Z&query.attributes=%7B%7D',
] as const;

/** Questions to the embedded Jaeger, in both dialects, about recorded spans. */
export async function jaegerQuery(): Promise<FuzzTarget> {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const store = new SpanStore({ maxTraces: 100, maxSpans: 1000, maxSpansPerTrace: 100 }, () => undefined);
  for (const body of recordedBodies('otlp', /^0.*\.json$/)) {
    store.add((await decodeSpans(groupsFromJson(decoder.decode(body)))).spans);
  }
  return {
    name: 'jaeger-query',
    make: (random) => encoder.encode(anyQuery(GOOD, NAMES, random)),
    read: async (input) => {
      const text = decoder.decode(input);
      const parameters = new URLSearchParams(text);
      await onlyAsync(QueryError, async () => {
        const asked = parseSearch(parameters, 1_795_424_400_000_000n);
        if (asked.kind === 'matching') await search(store, asked);
      });
      await onlyAsync(QueryError, async () => search(store, parseSearchV3(parameters)));
      await onlyAsync(QueryError, async () => parseTraceParametersV3(parameters));
      const id = parsePathTraceId(text);
      require(!id.ok || /^[0-9a-f]{32}$/.test(id.value), 'an id is 32 digits');
    },
  };
}

async function search(
  store: SpanStore,
  { query, limit }: Pick<ReturnType<typeof parseSearchV3>, 'query' | 'limit'>,
): Promise<void> {
  const most = checkedLimit(store, limit);
  require((await searchTraces(store, query, most)).length <= most, 'no more is found than was asked for');
}
