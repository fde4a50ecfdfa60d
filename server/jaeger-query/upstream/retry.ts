import { setTimeout as sleepFor } from 'node:timers/promises';

/** How often to ask again when the way to Jaeger failed, and how to wait before it. */
export interface RetryPolicy {
  readonly retries: number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Resolves after so many milliseconds, or rejects when `signal` is aborted. */
  readonly sleep: (millis: number, signal: AbortSignal) => Promise<void>;
}

export const NO_RETRY: RetryPolicy = { retries: 0, random: () => 0, sleep: async () => undefined };

/** The policy of a running Kuji. */
export function realRetryPolicy(retries: number): RetryPolicy {
  return {
    retries,
    random: Math.random,
    sleep: async (millis, signal) => {
      await sleepFor(millis, undefined, { signal });
    },
  };
}

const BASE_MILLIS = 500;
const MAX_MILLIS = 8_000;

/** Whoever wants to be left alone for longer is not asked again: people do not wait so long. */
const MAX_RETRY_AFTER_MILLIS = 10_000;

/** What a proxy says when it is the way that failed, or a server that is starting. Jaeger itself fails with 500, which stays. */
const RETRIED_STATUSES = new Set([502, 503, 504]);

/**
 * A connection that was closed before an answer, as one that was kept open by us and is just closed by the other side. Refused
 * connections and unknown names are told at once instead: who asks a Jaeger that is down wants to know.
 */
const BROKEN_CONNECTION = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

export function isRetriedStatus(status: number): boolean {
  return RETRIED_STATUSES.has(status);
}

/** Is it the connection that broke? `error` is what `fetch` threw. */
export function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof TypeError && error.cause instanceof Error && 'code' in error.cause)) return false;
  return typeof error.cause.code === 'string' && BROKEN_CONNECTION.has(error.cause.code);
}

/**
 * How many milliseconds to wait before the `attempt`-th repetition (from 0): anything up to 500 ms × 2^attempt, so that many
 * who failed together do not come back together ("full jitter", Brooker, AWS Architecture Blog 2015), and not less than the
 * server asked for. `undefined`: it asked for too long, do not ask again.
 *
 * @param retryAfter the header, in seconds or as an HTTP date (RFC 9110, 10.2.3)
 * @param nowMillis to compare a date with
 */
export function retryDelay(
  attempt: number,
  retryAfter: string | undefined,
  random: () => number,
  nowMillis: number,
): number | undefined {
  const jitter = random() * Math.min(MAX_MILLIS, BASE_MILLIS * 2 ** attempt);
  const asked = retryAfterMillis(retryAfter, nowMillis);
  if (asked > MAX_RETRY_AFTER_MILLIS) return undefined;
  return asked + jitter;
}

function retryAfterMillis(header: string | undefined, nowMillis: number): number {
  if (header === undefined) return 0;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - nowMillis);
}
