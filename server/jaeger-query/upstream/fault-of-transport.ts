import { JaegerFault } from '../jaeger-fault.ts';
import { placeOf } from './place-of.ts';
import { tlsTrouble } from './tls-trouble.ts';

const TIMEOUTS = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);

/** Codes of zlib, Brotli and Zstandard, as Node has them. */
const BROKEN_COMPRESSION = /^(Z_|ERR__ERROR_|ERR_BROTLI_|ERR_ZSTD_|ZSTD_)/;

const CLOSED = 'the connection was closed without an answer';

/** Words for the codes that Node and its HTTP client (undici) give; others are told by their own message. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (connection refused)',
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  UND_ERR_SOCKET: CLOSED,
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name cannot be looked up now',
  EHOSTUNREACH: 'there is no way to this host',
  ENETUNREACH: 'there is no way to this network',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of its answer are too long',
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
  if (code !== undefined && BROKEN_COMPRESSION.test(code)) {
    return new JaegerFault('jaeger-unreadable', `The answer of ${place} cannot be decompressed.`, { cause: error });
  }
  if (isUnreadableHttp(error)) {
    // Where the head could be read, it is HTTP, and something on the way has broken its body.
    if (error.message !== 'fetch failed' || /chunk/i.test(error.cause.message)) {
      const detail = `The answer of ${place} broke off: its parts do not fit together.`;
      return new JaegerFault('jaeger-unreadable', detail, { cause: error });
    }
    const detail = `What ${url.origin} answers is not HTTP/1.1.`;
    return new JaegerFault('jaeger-not-jaeger', detail, { ...maybeHttps(url), cause: error });
  }
  if (!(error instanceof TypeError)) throw error;
  if (error.message !== 'fetch failed') {
    return new JaegerFault('jaeger-unreadable', `The answer of ${place} broke off.`, { cause: error });
  }
  const trouble = tlsTrouble(code ?? '');
  const reason = trouble?.reason ?? REASONS[code ?? ''] ?? messageOf(error.cause);
  return new JaegerFault('jaeger-unreachable', `${url.origin} cannot be reached: ${reason}.`, {
    ...(trouble === undefined ? {} : { advice: trouble.advice }),
    ...(reason === CLOSED ? maybeHttps(url) : {}),
    cause: error,
  });
}

/** The parser of Node's HTTP client has refused what came. */
function isUnreadableHttp(error: unknown): error is Error & { readonly cause: Error } {
  return error instanceof Error && error.cause instanceof Error && error.cause.name === 'HTTPParserError';
}

/** Many servers that want https hang up, or answer in TLS, when they are spoken to in the clear. */
function maybeHttps(url: URL): { readonly advice?: string } {
  if (url.protocol === 'https:') return {};
  return {
    advice:
      'Check that jaeger-query runs and that JAEGER_QUERY_URL names its host and port (usually 16686, not that of gRPC). If it wants https, the URL must begin with https://.',
  };
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
