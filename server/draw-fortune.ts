import type { DrawAnswer } from '#core/api.ts';
import { KujiError } from './errors.ts';

/** 凶 takes one second on purpose. */
const TIMEOUT_MILLIS = 10_000;
const MAX_TEXT_CHARACTERS = 1000;

/** `00-<trace id>-<span id>-<flags>`, the answer's twin of `traceparent` (W3C Trace Context 2, working draft). */
const TRACE_RESPONSE = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Visits the omikuji app at `url` as a browser would.
 *
 * @throws KujiError `draw-unavailable` where it does not answer as it should
 */
export async function drawFortune(
  url: string,
  signal: AbortSignal,
  effects: { readonly fetch: typeof fetch } = { fetch },
): Promise<DrawAnswer> {
  const advice = 'Try again; if it stays, start Kuji anew.';
  let response: Response;
  let text: string;
  try {
    response = await effects.fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MILLIS)]) });
    text = await response.text();
  } catch (cause) {
    signal.throwIfAborted();
    throw new KujiError('draw-unavailable', `The omikuji app at ${url} does not answer.`, { advice, cause });
  }
  const traceId = TRACE_RESPONSE.exec(response.headers.get('traceresponse') ?? '')?.[1];
  if (!response.ok || traceId === undefined) {
    throw new KujiError('draw-unavailable', `The omikuji app at ${url} answers ${response.status}.`, { advice });
  }
  return { text: text.slice(0, MAX_TEXT_CHARACTERS), traceId };
}
