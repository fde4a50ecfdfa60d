import { JaegerFault } from '../jaeger-fault.ts';
import { faultOfTransport } from './fault-of-transport.ts';
import { placeOf } from './place-of.ts';

/** How to reach a server and how much of it to bear. */
export interface Upstream {
  readonly fetch: typeof fetch;
  /** With its base path, if it has one. */
  readonly baseUrl: URL;
  /** How long it may stay silent: until the answer begins, and between two pieces of it. The whole takes at most 4 times as long. */
  readonly timeoutMillis: number;
  /** The longest body, after decompression. */
  readonly maxBytes: number;
}

const TOTAL_TIMEOUT_FACTOR = 4;

/** An answer whose body is still arriving. The body must be read to its end or the request aborted. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
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
 * Asks for `url` and gives the answer to `read`. Redirects are not followed. When `read` returns or throws, the request is
 * over, whether its body was read or not.
 *
 * @throws JaegerFault for whatever goes wrong on the way; while the body is read, it is thrown out of its iteration
 */
export async function withUpstream<T>(
  upstream: Upstream,
  url: URL,
  signal: AbortSignal,
  read: (answer: UpstreamAnswer) => Promise<T>,
): Promise<T> {
  const watch = new Watch(upstream.timeoutMillis);
  const asked = { url, signal, watch };
  try {
    const response = await fetchWatched(upstream.fetch, asked);
    return await read({
      status: response.status,
      location: response.headers.get('location') ?? undefined,
      body: watchedBody(response, asked, upstream.maxBytes),
    });
  } finally {
    watch.stop();
  }
}

interface Asked {
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly watch: Watch;
}

async function fetchWatched(fetch: Upstream['fetch'], asked: Asked): Promise<Response> {
  const signal = AbortSignal.any([asked.signal, asked.watch.signal]);
  try {
    return await fetch(asked.url, { redirect: 'manual', headers: { accept: 'application/json' }, signal });
  } catch (error) {
    throw faultOf(error, asked);
  }
}

async function* watchedBody(response: Response, asked: Asked, maxBytes: number): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  let bytes = 0;
  try {
    for await (const chunk of response.body) {
      asked.watch.heard();
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(asked.url, maxBytes);
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

/** Aborts a request whose other side is silent for too long, or which takes too long as a whole. */
class Watch {
  readonly #timeoutMillis: number;
  readonly #controller = new AbortController();
  readonly #total: NodeJS.Timeout;
  #silence: NodeJS.Timeout;
  #hasAnswered = false;

  constructor(timeoutMillis: number) {
    this.#timeoutMillis = timeoutMillis;
    const stop = (reason: string) => () => this.#controller.abort(reason);
    this.#silence = setTimeout(stop('silence'), timeoutMillis);
    this.#total = setTimeout(stop('total'), timeoutMillis * TOTAL_TIMEOUT_FACTOR);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  heard(): void {
    this.#hasAnswered = true;
    this.#silence.refresh();
  }

  stop(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#total);
    this.#controller.abort('done');
  }

  fault(url: URL): JaegerFault | undefined {
    const reason: unknown = this.#controller.signal.reason;
    const place = placeOf(url);
    if (reason === 'total') {
      const seconds = (this.#timeoutMillis * TOTAL_TIMEOUT_FACTOR) / 1000;
      return new JaegerFault('jaeger-timeout', `${place} has not finished its answer within ${seconds} s.`);
    }
    if (reason !== 'silence') return undefined;
    const what = this.#hasAnswered ? 'stopped in the middle of its answer for' : 'has not answered within';
    return new JaegerFault('jaeger-timeout', `${place} ${what} ${this.#timeoutMillis / 1000} s.`);
  }
}
