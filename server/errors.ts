import type { ProblemAnswer, ProblemCode } from '#core/api.ts';

interface CatalogueEntry {
  readonly status: number;
  readonly title: string;
  /** What to do, unless whoever failed knows better. */
  readonly advice: string;
}

/** Every expected failure: its HTTP status, its name, and what to do about it. */
export const ERROR_CATALOGUE: Readonly<Record<ProblemCode, CatalogueEntry>> = {
  'bad-request': {
    status: 400,
    title: 'The request is not valid',
    advice: 'Correct the parameters named in "fields".',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    advice: 'Check the address. /openapi.json lists what there is.',
  },
  'trace-not-found': {
    status: 404,
    title: 'Jaeger does not have this trace',
    advice:
      'It may not have arrived yet, or be older than what Jaeger keeps. Check the id, or try again in a few seconds.',
  },
  'jaeger-unreachable': {
    status: 502,
    title: 'Jaeger cannot be reached',
    advice: 'Check that jaeger-query runs and that JAEGER_QUERY_URL names its host and port (usually 16686).',
  },
  'jaeger-timeout': {
    status: 504,
    title: 'Jaeger takes too long',
    advice: 'Try a shorter time range or fewer traces, or raise KUJI_UPSTREAM_TIMEOUT_MS.',
  },
  'jaeger-refused': {
    status: 502,
    title: 'Jaeger refuses to answer',
    advice: 'It wants a login or a tenant: see JAEGER_BEARER_TOKEN, JAEGER_BASIC_AUTH and JAEGER_TENANT.',
  },
  'jaeger-failed': {
    status: 502,
    title: 'Jaeger failed',
    advice: 'The message is Jaeger’s own; its log says more. Often its storage is away or overloaded.',
  },
  'jaeger-not-jaeger': {
    status: 502,
    title: 'What answers is not the query API of Jaeger',
    advice:
      'Check JAEGER_QUERY_URL: the port is usually 16686, and where jaeger-query has a base path it belongs to the URL.',
  },
  'jaeger-unreadable': {
    status: 502,
    title: 'The answer of Jaeger cannot be read',
    advice: 'Try again. If it stays, a proxy between Kuji and Jaeger may cut or change answers.',
  },
  'jaeger-too-large': {
    status: 502,
    title: 'The answer of Jaeger is too large',
    advice: 'Ask for fewer traces at a time, or raise KUJI_MAX_UPSTREAM_BYTES.',
  },
  'draw-unavailable': {
    status: 503,
    title: 'No fortune can be drawn here',
    advice: 'Draws need the embedded omikuji app, which runs when JAEGER_QUERY_URL is not set.',
  },
  overloaded: {
    status: 503,
    title: 'Kuji has too much to do',
    advice: 'Try again in a few seconds.',
  },
  ending: {
    status: 503,
    title: 'Kuji is ending',
    advice: 'Try again when it runs again, in a few seconds if it is being restarted.',
  },
  'too-many-requests': {
    status: 429,
    title: 'This client asks too often',
    advice: 'Try again in a minute. KUJI_REQUESTS_PER_MINUTE says how many requests of a client are answered.',
  },
  'host-refused': {
    status: 421,
    title: 'Kuji does not go by this name',
    advice: 'If it is meant to, add the name to KUJI_ALLOWED_HOSTS.',
  },
  'origin-refused': {
    status: 403,
    title: 'A page of another site asked',
    advice:
      'Open Kuji itself. Where a proxy changes the Host header, add the name that people see to KUJI_ALLOWED_HOSTS.',
  },
  internal: {
    status: 500,
    title: 'Kuji has a bug',
    advice: 'The log of Kuji has the details. Please report them.',
  },
};

export interface KujiErrorOptions {
  readonly fields?: ProblemAnswer['fields'];
  /** Instead of the advice of the catalogue. */
  readonly advice?: string | undefined;
  readonly cause?: unknown;
}

/** An expected failure of the server. `detail` says what happened and where. */
export class KujiError extends Error {
  override readonly name = 'KujiError';
  readonly code: ProblemCode;
  readonly detail: string;
  readonly fields: ProblemAnswer['fields'];
  readonly advice: string | undefined;

  constructor(code: ProblemCode, detail: string, options: KujiErrorOptions = {}) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    this.fields = options.fields;
    this.advice = options.advice;
  }
}

/** The body of an answer that tells of `error` (RFC 9457). */
export function problemOf(error: KujiError): ProblemAnswer {
  const entry = ERROR_CATALOGUE[error.code];
  return {
    type: `urn:kuji:problem:${error.code}`,
    title: entry.title,
    status: entry.status,
    code: error.code,
    detail: error.detail,
    advice: error.advice ?? entry.advice,
    ...(error.fields === undefined ? {} : { fields: error.fields }),
  };
}
