import { parseGoDuration } from '../../go-duration.ts';
import type { SpanQuery } from '../../store/span-query.ts';
import { type Parsed, parseGoBool, parseGoInt } from '../go-numbers.ts';
import { parseStringMap } from '../parse-string-map.ts';
import { QueryError, valueOrBadRequest } from '../query-error.ts';
import { parseRfc3339 } from './parse-rfc3339.ts';

export interface SearchV3 {
  readonly query: SpanQuery;
  readonly limit: bigint;
  readonly raw: boolean;
}

const DEFAULT_DEPTH = 100n;

/**
 * The `query.*` parameters of `/api/v3/traces` and `/api/v3/trace-summaries`, read in the order in which jaeger-query 2.20 does
 * (apiv3/query_parser.go), so that the same one of several errors is told. Each has an older name in snake_case.
 *
 * @throws QueryError (400)
 */
export function parseSearchV3(parameters: URLSearchParams): SearchV3 {
  const tags = parsed(parameters, ['query.attributes'], parseStringMap) ?? new Map<string, string>();
  const minNames = ['query.startTimeMin', 'query.start_time_min'] as const;
  const maxNames = ['query.startTimeMax', 'query.start_time_max'] as const;
  if (text(parameters, minNames) === '' || text(parameters, maxNames) === '') {
    throw new QueryError(400, 'query.startTimeMin and query.startTimeMax are required');
  }
  const startMinNanos = parsed(parameters, minNames, parseRfc3339) ?? 0n;
  const startMaxNanos = parsed(parameters, maxNames, parseRfc3339) ?? 0n;
  if (startMinNanos >= startMaxNanos) {
    throw new QueryError(400, 'query.startTimeMin must be before query.startTimeMax');
  }
  const depthNames = ['query.searchDepth', 'query.search_depth', 'query.num_traces'];
  const limit = parsed(parameters, depthNames, (depth) => parseGoInt(depth, 64, 'Atoi')) ?? DEFAULT_DEPTH;
  const durationMinNanos = parsed(parameters, ['query.durationMin', 'query.duration_min'], parseDuration) ?? 0n;
  const durationMaxNanos = parsed(parameters, ['query.durationMax', 'query.duration_max'], parseDuration) ?? 0n;
  const raw = parsed(parameters, ['query.rawTraces', 'query.raw_traces'], parseGoBool) ?? false;
  const query: SpanQuery = {
    service: text(parameters, ['query.serviceName', 'query.service_name']) || undefined,
    operation: text(parameters, ['query.operationName', 'query.operation_name']) || undefined,
    startMinNanos,
    startMaxNanos,
    durationMinNanos,
    durationMaxNanos,
    tags,
  };
  return { query, limit, raw };
}

/**
 * The parameters of `/api/v3/traces/{id}`: whether it is asked for as it was sent. The times are hints for storages that need
 * them; memory does not, but a bad one is told all the same.
 *
 * @throws QueryError (400)
 */
export function parseTraceParametersV3(parameters: URLSearchParams): { readonly raw: boolean } {
  parsed(parameters, ['startTime', 'start_time'], parseRfc3339);
  parsed(parameters, ['endTime', 'end_time'], parseRfc3339);
  return { raw: parsed(parameters, ['rawTraces', 'raw_traces'], parseGoBool) ?? false };
}

/** The value under the first of the names that is there and not empty. */
export function text(parameters: URLSearchParams, names: readonly string[]): string {
  return parameters.get(nameIn(parameters, names)) ?? '';
}

function parsed<T>(
  parameters: URLSearchParams,
  names: readonly string[],
  parse: (text: string) => Parsed<T>,
): T | undefined {
  const name = nameIn(parameters, names);
  const value = parameters.get(name) ?? '';
  return value === '' ? undefined : valueOrBadRequest(parse(value), `malformed parameter ${name}: `);
}

function nameIn(parameters: URLSearchParams, names: readonly string[]): string {
  return names.find((name) => (parameters.get(name) ?? '') !== '') ?? '';
}

function parseDuration(text: string): Parsed<bigint> {
  const duration = parseGoDuration(text);
  return duration.ok ? { ok: true, value: duration.nanos } : duration;
}
