import { JaegerFault } from '../jaeger-fault.ts';
import { placeOf } from './place-of.ts';

const TIMEOUTS = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);

/** Words for the codes that Node and its HTTP client (undici) give; others are told by their own message. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (connection refused)',
  ECONNRESET: 'the connection was closed without an answer',
  UND_ERR_SOCKET: 'the connection was closed without an answer',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name cannot be looked up now',
  EHOSTUNREACH: 'there is no way to this host',
  ENETUNREACH: 'there is no way to this network',
};

/**
 * What it means that `fetch` or the reading of a body threw `error`: before the answer began `fetch failed`, in its body
 * `terminated`, with the reason as cause.
 */
export function faultOfTransport(error: unknown, url: URL): JaegerFault {
  const place = placeOf(url);
  const code = codeOf(error);
  if (code !== undefined && TIMEOUTS.has(code)) {
    return new JaegerFault('jaeger-timeout', `${place} does not answer.`, { cause: error });
  }
  if (error instanceof Error && error.cause instanceof Error && error.cause.name === 'HTTPParserError') {
    return new JaegerFault('jaeger-not-jaeger', `What ${url.origin} answers is not HTTP/1.1.`, { cause: error });
  }
  if (!(error instanceof TypeError)) throw error;
  if (error.message !== 'fetch failed') {
    return new JaegerFault('jaeger-unreadable', `The answer of ${place} broke off.`, { cause: error });
  }
  const reason = REASONS[code ?? ''] ?? messageOf(error.cause);
  return new JaegerFault('jaeger-unreachable', `${url.origin} cannot be reached: ${reason}.`, { cause: error });
}

/** The code of an error or of whatever caused it. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'no reason given';
}
