import { countDependencies } from '../store/count-dependencies.ts';
import { searchTraces } from '../store/search-traces.ts';
import type { SpanStore, StoredTrace } from '../store/span-store.ts';
import { adjustTrace } from './adjust/adjust-trace.ts';
import { checkedLimit } from './checked-limit.ts';
import { type EnvelopeError, envelope } from './envelope.ts';
import type { JaegerTrace } from './jaeger-json.ts';
import { jaegerTrace } from './jaeger-trace.ts';
import { booleanParameter, integerParameter, serviceParameter, textParameter } from './parse-parameters.ts';
import { parseSearch } from './parse-search.ts';
import { parsePathTraceId } from './parse-trace-id.ts';
import { QueryError, valueOrBadRequest } from './query-error.ts';
import type { QueryAnswer, QueryContext, Route } from './route.ts';
import { traceIdText } from './trace-id-text.ts';

/** What is served of the legacy API (`/api/*`), by GET. */
export const legacyRoutes: readonly Route[] = [
  { path: ['api', 'services'], answer: ({ store }) => names(store.services().toSorted()) },
  {
    path: ['api', 'services', ':service', 'operations'],
    answer: ({ store }, _, service) => operationNames(store, service),
  },
  { path: ['api', 'operations'], answer: ({ store }, parameters) => operations(store, parameters) },
  { path: ['api', 'traces'], answer: search },
  { path: ['api', 'traces', ':traceId'], answer: ({ store }, parameters, id) => traceById(store, parameters, id) },
  { path: ['api', 'dependencies'], answer: dependencies },
];

function names(list: readonly unknown[] | null): QueryAnswer {
  return { kind: 'whole', body: envelope(list, list?.length ?? 0) };
}

function operationNames(store: SpanStore, service: string): QueryAnswer {
  const found = new Set(store.operations(service).map(({ name }) => name));
  return names(found.size === 0 ? null : [...found].sort());
}

function operations(store: SpanStore, parameters: URLSearchParams): QueryAnswer {
  const service = serviceParameter(parameters);
  const kind = textParameter(parameters, 'spanKind');
  return names(store.operations(service).filter(({ spanKind }) => kind === '' || spanKind === kind));
}

async function search({ store, clock }: QueryContext, parameters: URLSearchParams): Promise<QueryAnswer> {
  const asked = parseSearch(parameters, BigInt(Math.trunc(clock() * 1000)));
  if (asked.kind === 'by-id') {
    const found = asked.traceIds.map((id) => store.trace(id));
    const missing = asked.traceIds.filter((_, index) => found[index] === undefined);
    const errors = missing.map((id) => ({ msg: 'trace not found', traceID: traceIdText(id) }));
    return shown(
      found.filter((trace) => trace !== undefined),
      asked.raw,
      errors.length === 0 ? null : errors,
    );
  }
  return shown(await searchTraces(store, asked.query, checkedLimit(store, asked.limit)), asked.raw, null);
}

function traceById(store: SpanStore, parameters: URLSearchParams, idText: string): QueryAnswer {
  const traceId = valueOrBadRequest(parsePathTraceId(idText));
  // Hints for storages that need them: memory does not, but a bad one is told all the same.
  integerParameter(parameters, 'start');
  integerParameter(parameters, 'end');
  const raw = booleanParameter(parameters, 'raw');
  const trace = store.trace(traceId);
  if (trace === undefined) throw new QueryError(404, 'trace not found');
  return shown([trace], raw, null);
}

function shown(traces: readonly StoredTrace[], raw: boolean, errors: readonly EnvelopeError[] | null): QueryAnswer {
  return { kind: 'traces', traces: shownOneByOne(traces, raw), errors };
}

function* shownOneByOne(traces: readonly StoredTrace[], raw: boolean): Generator<JaegerTrace> {
  for (const { traceId, spans } of traces) yield jaegerTrace(traceId, raw ? spans : adjustTrace(spans));
}

const DEFAULT_LOOKBACK_MILLIS = 24n * 3600n * 1000n;

async function dependencies({ store, clock }: QueryContext, parameters: URLSearchParams): Promise<QueryAnswer> {
  const endMillis = integerParameter(parameters, 'endTs') ?? BigInt(Math.trunc(clock()));
  const lookbackMillis = integerParameter(parameters, 'lookback') ?? DEFAULT_LOOKBACK_MILLIS;
  const service = textParameter(parameters, 'service');
  const links = await countDependencies(store, (endMillis - lookbackMillis) * 1_000_000n, endMillis * 1_000_000n);
  const asked = links.filter(({ parent, child }) => service === '' || parent === service || child === service);
  return { kind: 'whole', body: envelope(asked, 0) };
}
