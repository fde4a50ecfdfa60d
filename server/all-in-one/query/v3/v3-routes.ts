import { searchTraces } from '../../store/search-traces.ts';
import type { SpanStore, StoredTrace } from '../../store/span-store.ts';
import type { StoredSpan } from '../../store/stored-span.ts';
import { adjustTrace } from '../adjust/adjust-trace.ts';
import { checkedLimit } from '../checked-limit.ts';
import { parsePathTraceId } from '../parse-trace-id.ts';
import { QueryError, valueOrBadRequest } from '../query-error.ts';
import type { QueryAnswer, QueryContext, Route } from '../route.ts';
import { parseSearchV3, parseTraceParametersV3, text } from './parse-search-v3.ts';
import { traceSummary } from './trace-summary.ts';

/** What is served of the stable API (`/api/v3/*`), by GET. */
export const v3Routes: readonly Route[] = [
  {
    path: ['api', 'v3', 'services'],
    answer: ({ store }) => ({ kind: 'whole', body: { services: store.services().toSorted() } }),
  },
  { path: ['api', 'v3', 'operations'], answer: ({ store }, parameters) => operations(store, parameters) },
  { path: ['api', 'v3', 'traces'], answer: search },
  { path: ['api', 'v3', 'traces', ':traceId'], answer: ({ store }, parameters, id) => byId(store, parameters, id) },
  { path: ['api', 'v3', 'trace-summaries'], answer: summaries },
];

/** A span without kind is shown as internal, but not found as such. */
function operations(store: SpanStore, parameters: URLSearchParams): QueryAnswer {
  const asked = text(parameters, ['spanKind', 'span_kind']);
  const found = store
    .operations(text(parameters, ['service']))
    .filter(({ spanKind }) => asked === '' || spanKind === asked)
    .map(({ name, spanKind }) => ({ name, spanKind: spanKind || 'internal' }));
  return { kind: 'whole', body: { operations: found } };
}

async function search(context: QueryContext, parameters: URLSearchParams): Promise<QueryAnswer> {
  const { found, raw } = await find(context, parameters);
  return shown(found, raw);
}

function byId(store: SpanStore, parameters: URLSearchParams, idText: string): QueryAnswer {
  const traceId = valueOrBadRequest(parsePathTraceId(idText), 'malformed parameter trace_id: ');
  const { raw } = parseTraceParametersV3(parameters);
  const trace = store.trace(traceId);
  return shown(trace === undefined ? [] : [trace], raw);
}

async function summaries(context: QueryContext, parameters: URLSearchParams): Promise<QueryAnswer> {
  const { found, raw } = await find(context, parameters);
  const all = found.map(({ traceId, spans }) => traceSummary(traceId, raw ? spans : adjustTrace(spans)));
  return { kind: 'whole', body: { summaries: all } };
}

async function find({ store }: QueryContext, parameters: URLSearchParams) {
  const { query, limit, raw } = parseSearchV3(parameters);
  return { found: await searchTraces(store, query, checkedLimit(store, limit)), raw };
}

/** @throws QueryError (404) where there is none: an empty list is an error here, other than in the legacy API */
function shown(traces: readonly StoredTrace[], raw: boolean): QueryAnswer {
  if (traces.length === 0) throw new QueryError(404, 'No traces found');
  return { kind: 'otlp', traces: shownOneByOne(traces, raw) };
}

function* shownOneByOne(traces: readonly StoredTrace[], raw: boolean): Generator<readonly StoredSpan[]> {
  for (const { spans } of traces) yield raw ? spans : adjustTrace(spans);
}
