import type { DrawAnswer } from '#core/api.ts';
import { KujiError } from './errors.ts';
import { visit } from './omikuji/visitors.ts';

const TRACE_ID = /^[0-9a-f]{32}$/;

/**
 * Draws a fortune at the omikuji app as any visitor does.
 *
 * @throws KujiError `draw-unavailable` where the app does not answer as it should
 */
export async function drawAt(url: string, signal: AbortSignal): Promise<DrawAnswer> {
  const { text, traceId } = await visit(url, { signal }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw unavailable(`The omikuji app at ${url} does not answer.`, cause);
  });
  if (traceId === undefined || !TRACE_ID.test(traceId)) throw unavailable(`The draw at ${url} has left no trace.`);
  return { text, traceId };
}

function unavailable(detail: string, cause?: unknown): KujiError {
  return new KujiError('draw-unavailable', detail, { advice: 'Try again; if it stays, start Kuji anew.', cause });
}
