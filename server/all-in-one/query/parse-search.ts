import type { SpanQuery } from '../store/span-query.ts';
import { parseGoInt } from './go-numbers.ts';
import {
  booleanParameter,
  durationParameter,
  integerParameter,
  serviceParameter,
  textParameter,
} from './parse-parameters.ts';
import { parseTags } from './parse-tags.ts';
import { parseTraceId } from './parse-trace-id.ts';
import { QueryError, valueOrBadRequest } from './query-error.ts';

/** `GET /api/traces` asks either for traces by id, and then all filters are ignored, or for those that match. */
export type Search =
  | { readonly kind: 'by-id'; readonly traceIds: readonly string[]; readonly raw: boolean }
  | { readonly kind: 'matching'; readonly query: SpanQuery; readonly limit: bigint; readonly raw: boolean };

const DEFAULT_LIMIT = 100n;
const DEFAULT_LOOKBACK_MICROS = 48n * 3600n * 1_000_000n;

/**
 * Reads the parameters in the order in which jaeger-query does, so that the same one of several errors is told.
 *
 * @param nowMicros microseconds since 1970
 * @throws QueryError (400)
 */
export function parseSearch(parameters: URLSearchParams, nowMicros: bigint): Search {
  const startMicros = integerParameter(parameters, 'start') ?? nowMicros - DEFAULT_LOOKBACK_MICROS;
  const endMicros = integerParameter(parameters, 'end') ?? nowMicros;
  const tags = parseTags(parameters);
  const limitText = textParameter(parameters, 'limit');
  const limit = limitText === '' ? DEFAULT_LIMIT : valueOrBadRequest(parseGoInt(limitText, 32));
  const durationMinNanos = durationParameter(parameters, 'minDuration');
  const durationMaxNanos = durationParameter(parameters, 'maxDuration');
  const raw = booleanParameter(parameters, 'raw');
  const traceIds = parameters
    .getAll('traceID')
    .map((id) => valueOrBadRequest(parseTraceId(id), 'cannot parse traceID param: '));
  if (traceIds.length > 0) return { kind: 'by-id', traceIds, raw };

  const service = serviceParameter(parameters);
  if (durationMinNanos !== 0n && durationMaxNanos !== 0n && durationMaxNanos < durationMinNanos) {
    throw new QueryError(400, "'maxDuration' should be greater than 'minDuration'");
  }
  const query: SpanQuery = {
    service,
    operation: textParameter(parameters, 'operation') || undefined,
    startMinNanos: startMicros * 1000n,
    startMaxNanos: endMicros * 1000n,
    durationMinNanos,
    durationMaxNanos,
    tags,
  };
  return { kind: 'matching', query, limit, raw };
}
