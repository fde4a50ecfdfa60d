import { addMicros } from '#core/units.ts';
import type { TraceSearch } from '../jaeger-client.ts';
import { rfc3339 } from './rfc3339.ts';
import type { V3Dialect } from './v3-dialect.ts';

/** The names of a search's parameters. `num_traces` is the only one for the limit that every version with `snake` knows. */
const SEARCH_NAMES = {
  camel: {
    service: 'query.serviceName',
    operation: 'query.operationName',
    start: 'query.startTimeMin',
    end: 'query.startTimeMax',
    limit: 'query.searchDepth',
    minDuration: 'query.durationMin',
    maxDuration: 'query.durationMax',
    raw: 'query.rawTraces',
  },
  snake: {
    service: 'query.service_name',
    operation: 'query.operation_name',
    start: 'query.start_time_min',
    end: 'query.start_time_max',
    limit: 'query.num_traces',
    minDuration: 'query.duration_min',
    maxDuration: 'query.duration_max',
    raw: 'query.raw_traces',
  },
} as const;

/**
 * What to send for a search. Raw, without which reading a trace changes what Jaeger 2.20 keeps. An end at or before the start
 * is refused by Jaeger, so that a window of nothing becomes one of a microsecond.
 */
export function v3SearchParameters(search: TraceSearch, dialect: V3Dialect): Record<string, string> {
  const names = SEARCH_NAMES[dialect.spelling];
  const { service, operation, start, limit, tags, minDuration, maxDuration } = search;
  const end = search.end > start ? search.end : addMicros(start, 1);
  return {
    [names.service]: service,
    ...(operation === undefined ? {} : { [names.operation]: operation }),
    [names.start]: rfc3339(start),
    [names.end]: rfc3339(end),
    [names.limit]: String(limit),
    ...(tags.length === 0 || !dialect.filtersAttributes ? {} : { 'query.attributes': attributesOf(tags) }),
    ...(minDuration === undefined ? {} : { [names.minDuration]: `${minDuration}us` }),
    ...(maxDuration === undefined ? {} : { [names.maxDuration]: `${maxDuration}us` }),
    [names.raw]: 'true',
  };
}

/** What to send with the id of one trace. */
export function v3LookupParameters({ spelling }: V3Dialect): Record<string, string> {
  return { [spelling === 'camel' ? 'rawTraces' : 'raw_traces']: 'true' };
}

function attributesOf(tags: TraceSearch['tags']): string {
  return JSON.stringify(Object.fromEntries(tags.map(({ key, value }) => [key, value])));
}
