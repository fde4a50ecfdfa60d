import { setTimeout as timersSleep } from 'node:timers/promises';
import type { Log } from '#core/log.ts';

/** What a visitor sees: the sentence, and the trace it left. */
export interface Visit {
  readonly text: string;
  readonly traceId: string | undefined;
}

export interface VisitOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
}

const VISIT_TIMEOUT_MS = 10_000;

/**
 * Draws one fortune over HTTP.
 *
 * @throws where the app cannot be reached, answers with an error, or the signal is aborted
 */
export async function visit(url: string, { fetch = globalThis.fetch, signal }: VisitOptions = {}): Promise<Visit> {
  const timeout = AbortSignal.timeout(VISIT_TIMEOUT_MS);
  const response = await fetch(url, { signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const traceId = response.headers.get('traceresponse')?.split('-')[1];
  return { text, traceId };
}

export interface DrawManyOptions extends VisitOptions {
  readonly url: string;
  readonly draws: number;
  /** Visitors at the same time. Most of them wait for a 凶 to pass. Default 64. */
  readonly concurrency?: number;
}

/**
 * Lets visitors draw `draws` fortunes, many at the same time. A visit that fails is counted and not repeated; an aborted
 * signal ends it early.
 */
export async function drawMany(options: DrawManyOptions): Promise<{ readonly drawn: number; readonly failed: number }> {
  const { url, draws, concurrency = 64, signal } = options;
  let begun = 0;
  let drawn = 0;
  let failed = 0;
  const visitor = async (): Promise<void> => {
    while (begun < draws && signal?.aborted !== true) {
      begun++;
      try {
        await visit(url, options);
        drawn++;
      } catch {
        failed++;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, draws) }, visitor));
  return { drawn, failed };
}

export interface KeepDrawingOptions extends VisitOptions {
  readonly url: string;
  readonly perSecond: number;
  readonly signal: AbortSignal;
  readonly sleep?: (millis: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
}

/** More visits than this are never under way at once: who comes then goes away again. */
const MAX_WAITING = 100;

/**
 * Lets a visitor come `perSecond` times a second, whether or not the one before has finished, until the signal is aborted.
 * Says once when the app cannot be reached and once when it is back. Resolves when the last visitor has left.
 */
export async function keepDrawing(options: KeepDrawingOptions): Promise<void> {
  const { url, perSecond, signal, log } = options;
  const sleep = options.sleep ?? ((millis, signal) => timersSleep(millis, undefined, { signal }));
  const waiting = new Set<Promise<void>>();
  let isAway = false;

  const come = async (): Promise<void> => {
    try {
      await visit(url, options);
      if (isAway) log('info', 'the omikuji app is back', { url });
      isAway = false;
    } catch (error) {
      if (signal.aborted) return;
      if (!isAway) log('warn', 'the omikuji app cannot be reached', { url, error });
      isAway = true;
    }
  };

  while (!signal.aborted) {
    if (waiting.size < MAX_WAITING) {
      const visitor = come().finally(() => waiting.delete(visitor));
      waiting.add(visitor);
    }
    // The only way this wait fails is the abort that ends the loop.
    await sleep(1000 / perSecond, signal).catch(() => undefined);
  }
  await Promise.all(waiting);
}
