import { JaegerFault, type JaegerFaultCode } from '../jaeger-fault.ts';
import { type CredentialHeaders, type Credentials, NO_CREDENTIALS } from './credentials.ts';
import { faultOfTransport } from './fault-of-transport.ts';
import { placeOf } from './place-of.ts';
import { refuseForeignAnswer } from './refuse-foreign-answer.ts';
import type { RequestQueue } from './request-queue.ts';
import { isBrokenConnection, isRetriedStatus, NO_RETRY, type RetryPolicy, retryDelay } from './retry.ts';
import type { UpstreamAnswer } from './upstream-answer.ts';
import { Watch } from './watch.ts';
import { withoutSecrets } from './without-secrets.ts';

/** How to reach a server and how much of it to bear. */
export interface Upstream {
  readonly fetch: typeof fetch;
  /** With its base path, if it has one. */
  readonly baseUrl: URL;
  /**
   * How long it may stay silent: until the answer begins, and between two pieces of it. The whole, with what is asked again but
   * without the time in the queue, takes at most 4 times as long.
   */
  readonly timeoutMillis: number;
  /** The longest body, after decompression. */
  readonly maxBytes: number;
  /** Sent with every request; absent: none. */
  readonly credentials?: Credentials;
  /** Absent: no request is asked again. */
  readonly retry?: RetryPolicy;
  /** All requests to this server go through it; absent: any number at once. */
  readonly queue?: RequestQueue;
  /** Called for every request that is sent, with how often the same was sent before. */
  readonly onRequest?: (repetition: number) => void;
  /** Called when a question is over, whatever came of it. */
  readonly onDone?: (done: UpstreamDone) => void;
}

/** A question that is over, with all that was asked again for it. */
export interface UpstreamDone {
  readonly url: URL;
  /** A fault by its code; `aborted` where whoever asked has left. */
  readonly result: 'ok' | 'aborted' | 'bug' | JaegerFaultCode;
  /** Of the last answer; `undefined` where there was none. */
  readonly status: number | undefined;
  /** How often it was asked again. */
  readonly repetitions: number;
  readonly millis: number;
  /** Of the body that was read, after decompression. */
  readonly bytes: number;
}

/**
 * The address of `path` below the base path of `baseUrl`.
 *
 * @param path segments, not yet encoded
 */
export function upstreamUrl(baseUrl: URL, path: readonly string[], query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(baseUrl);
  const base = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  url.pathname = base + path.map(encodeURIComponent).join('/');
  url.search = new URLSearchParams(query).toString();
  return url;
}

/**
 * Asks for `url` and gives the answer to `read`, unless it cannot be one of a query API: a redirect, which is not followed, a
 * refusal (401, 403) or a page of HTML. What the way there has broken is asked again, as long as nothing of the body was given
 * to `read`. When `read` returns or throws, the request is over, whether its body was read or not.
 *
 * @throws JaegerFault for whatever goes wrong on the way; while the body is read, it is thrown out of its iteration
 */
export async function withUpstream<T>(
  upstream: Upstream,
  url: URL,
  signal: AbortSignal,
  read: (answer: UpstreamAnswer) => Promise<T>,
): Promise<T> {
  const credentials = upstream.credentials ?? NO_CREDENTIALS;
  return await withAnyAnswer(upstream, url, signal, async (answer) =>
    read(await refuseForeignAnswer(answer, url, credentials)),
  );
}

/** As `withUpstream`, whatever the answer is. */
export async function withAnyAnswer<T>(
  upstream: Upstream,
  url: URL,
  signal: AbortSignal,
  read: (answer: UpstreamAnswer) => Promise<T>,
): Promise<T> {
  // Login and tenant are for this server alone.
  if (url.origin !== upstream.baseUrl.origin) throw new RangeError(`${url.origin} is not ${upstream.baseUrl.origin}`);
  const work = () => {
    const watch = new Watch(upstream.timeoutMillis);
    return askTold(upstream, { url, signal, watch, status: undefined, repetitions: 0, bytes: 0 }, read);
  };
  return upstream.queue === undefined ? await work() : await upstream.queue.run(signal, work);
}

interface Asked {
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly watch: Watch;
  status: number | undefined;
  repetitions: number;
  /** Read so far. */
  bytes: number;
}

async function askTold<T>(upstream: Upstream, asked: Asked, read: (answer: UpstreamAnswer) => Promise<T>): Promise<T> {
  const start = performance.now();
  const tell = (result: UpstreamDone['result']): void => {
    const { url, status, repetitions, bytes } = asked;
    upstream.onDone?.({ url, result, status, repetitions, millis: performance.now() - start, bytes });
  };
  try {
    const value = await ask(upstream, asked, read);
    tell('ok');
    return value;
  } catch (error) {
    tell(asked.signal.aborted ? 'aborted' : error instanceof JaegerFault ? error.code : 'bug');
    throw error;
  }
}

async function ask<T>(upstream: Upstream, asked: Asked, read: (answer: UpstreamAnswer) => Promise<T>): Promise<T> {
  try {
    const credentials = await (upstream.credentials ?? NO_CREDENTIALS).headers();
    try {
      const response = await fetchPersistently(upstream, asked, credentials);
      return await read({
        status: response.status,
        location: response.headers.get('location') ?? undefined,
        challenge: response.headers.get('www-authenticate') ?? undefined,
        body: watchedBody(response, asked, upstream.maxBytes),
      });
    } catch (error) {
      throw withoutSecrets(error, credentials.secrets);
    }
  } finally {
    asked.watch.stop();
  }
}

/** Asks until there is an answer that stays the same however often one asks, or the policy has had enough. */
async function fetchPersistently(upstream: Upstream, asked: Asked, credentials: CredentialHeaders): Promise<Response> {
  const { retries, random, sleep } = upstream.retry ?? NO_RETRY;
  const signal = AbortSignal.any([asked.signal, asked.watch.signal]);
  const headers = { accept: 'application/json', ...credentials.headers };
  for (let repetition = 0; ; repetition++) {
    upstream.onRequest?.(repetition);
    asked.repetitions = repetition;
    const discarding = new AbortController();
    const init = { redirect: 'manual', headers, signal: AbortSignal.any([signal, discarding.signal]) } as const;
    const outcome = await attempt(() => upstream.fetch(asked.url, init));
    asked.status = outcome.kind === 'answer' ? outcome.response.status : undefined;
    const delay =
      repetition < retries && outcome.isRetriable
        ? retryDelay(repetition, outcome.retryAfter, random, Date.now())
        : undefined;
    if (delay === undefined || signal.aborted) {
      if (outcome.kind === 'answer') return outcome.response;
      throw faultOf(outcome.error, asked);
    }
    discarding.abort('asked again');
    asked.watch.pause();
    await sleep(delay, signal).catch((error: unknown) => {
      throw faultOf(error, asked);
    });
    asked.watch.resume();
  }
}

interface Outcome {
  readonly isRetriable: boolean;
  readonly retryAfter: string | undefined;
}

type Attempt =
  | (Outcome & { readonly kind: 'answer'; readonly response: Response })
  | (Outcome & { readonly kind: 'failure'; readonly error: unknown });

async function attempt(fetchOnce: () => Promise<Response>): Promise<Attempt> {
  try {
    const response = await fetchOnce();
    const retryAfter = response.headers.get('retry-after') ?? undefined;
    return { kind: 'answer', response, isRetriable: isRetriedStatus(response.status), retryAfter };
  } catch (error) {
    return { kind: 'failure', error, isRetriable: isBrokenConnection(error), retryAfter: undefined };
  }
}

async function* watchedBody(response: Response, asked: Asked, maxBytes: number): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  // Of this answer alone: one that is asked for again begins anew.
  asked.bytes = 0;
  try {
    for await (const chunk of response.body) {
      asked.watch.heard();
      asked.bytes += chunk.length;
      if (asked.bytes > maxBytes) throw tooLarge(asked.url, maxBytes);
      yield chunk;
    }
  } catch (error) {
    throw faultOf(error, asked);
  }
}

function faultOf(error: unknown, { url, signal, watch }: Asked): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof JaegerFault) return error;
  return watch.fault(url) ?? faultOfTransport(error, url);
}

function tooLarge(url: URL, maxBytes: number): JaegerFault {
  return new JaegerFault('jaeger-too-large', `${placeOf(url)} answers with more than ${maxBytes} bytes.`);
}
