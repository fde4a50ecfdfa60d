import { setTimeout as timersSleep } from 'node:timers/promises';
import { ExportResultCode } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Log } from '#core/log.ts';

export interface RetainingSpanProcessorOptions {
  readonly exporter: SpanExporter;
  /** Spans kept while the collector is away; what comes when they are that many is lost. Default 20 000. */
  readonly maxQueue?: number;
  /** How long finished spans are gathered before they are sent. Default 200 ms. */
  readonly batchDelayMs?: number;
  /** How long the shutdown may take to send what is left. Default 3 s. */
  readonly shutdownTimeoutMs?: number;
  readonly sleep?: (millis: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
}

const MAX_BATCH = 512;
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 5_000;
/** The collector will not take these spans later either (OTLP specification, "Failures"). */
const REFUSALS: ReadonlySet<unknown> = new Set([400, 413]);

type Outcome = { readonly kind: 'accepted' | 'refused' | 'unreachable'; readonly error?: Error };

/**
 * Sends spans in batches and keeps each batch until the collector has accepted it, so that a collector that is away for a
 * while costs nothing: the SDK's own batch processor drops what it fails to send. Says once when the collector goes away,
 * once when spans are being lost, and once when it is back.
 */
export class RetainingSpanProcessor implements SpanProcessor {
  readonly #exporter: SpanExporter;
  readonly #maxQueue: number;
  readonly #batchDelayMs: number;
  readonly #shutdownTimeoutMs: number;
  readonly #sleep: (millis: number, signal: AbortSignal) => Promise<void>;
  readonly #log: Log;
  readonly #queue: ReadableSpan[] = [];
  #sending: Promise<void> | undefined;
  #hurry = new AbortController();
  #isAway = false;
  #isStopped = false;
  #lost = 0;

  constructor(options: RetainingSpanProcessorOptions) {
    this.#exporter = options.exporter;
    this.#maxQueue = options.maxQueue ?? 20_000;
    this.#batchDelayMs = options.batchDelayMs ?? 200;
    this.#shutdownTimeoutMs = options.shutdownTimeoutMs ?? 3_000;
    this.#sleep = options.sleep ?? ((millis, signal) => timersSleep(millis, undefined, { signal }));
    this.#log = options.log;
  }

  onStart(): void {
    // Only finished spans are of interest.
  }

  onEnd(span: ReadableSpan): void {
    if (this.#isStopped) {
      this.#log('warn', 'a span finished after the shutdown and is lost', { name: span.name });
      return;
    }
    if (this.#queue.length >= this.#maxQueue) {
      if (this.#lost++ === 0) {
        this.#log('warn', 'spans are being lost: the queue for the collector is full', { maxQueue: this.#maxQueue });
      }
      return;
    }
    this.#queue.push(span);
    this.#sending ??= this.#send();
  }

  /** Resolves when the collector has accepted all there is. Waits as long as the collector is away. */
  async forceFlush(): Promise<void> {
    this.#wake();
    await this.#sending;
  }

  async shutdown(): Promise<void> {
    const deadline = new AbortController();
    await Promise.race([
      this.forceFlush(),
      timersSleep(this.#shutdownTimeoutMs, undefined, { signal: deadline.signal }).catch(ignoreAbort),
    ]);
    deadline.abort();
    this.#isStopped = true;
    this.#wake();
    const lost = this.#lost + this.#queue.length;
    if (lost > 0) this.#log('warn', 'spans were lost', { lost });
    if (this.#queue.length === 0) await this.#exporter.shutdown();
  }

  async #send(): Promise<void> {
    let backoffMs = FIRST_BACKOFF_MS;
    while (this.#queue.length > 0 && !this.#isStopped) {
      if (this.#queue.length < MAX_BATCH) await this.#wait(this.#batchDelayMs);
      const batch = this.#queue.slice(0, MAX_BATCH);
      const outcome = await this.#export(batch);
      this.#tell(outcome, batch.length);
      if (outcome.kind === 'unreachable') {
        await this.#wait(backoffMs);
        backoffMs = Math.min(2 * backoffMs, MAX_BACKOFF_MS);
      } else {
        this.#queue.splice(0, batch.length);
        backoffMs = FIRST_BACKOFF_MS;
      }
    }
    this.#sending = undefined;
  }

  #export(batch: ReadableSpan[]): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#exporter.export(batch, ({ code, error }) => {
        if (code === ExportResultCode.SUCCESS) resolve({ kind: 'accepted' });
        else resolve({ kind: isRefusal(error) ? 'refused' : 'unreachable', ...(error === undefined ? {} : { error }) });
      });
    });
  }

  #tell({ kind, error }: Outcome, spans: number): void {
    switch (kind) {
      case 'accepted':
        if (this.#isAway) this.#log('info', 'the collector is back', { lostSpans: this.#lost });
        this.#isAway = false;
        this.#lost = 0;
        return;
      case 'refused':
        this.#log('warn', 'the collector refused spans', { spans, reason: error?.message });
        return;
      case 'unreachable':
        if (!this.#isAway)
          this.#log('warn', 'the collector cannot be reached; spans are kept', { reason: error?.message });
        this.#isAway = true;
    }
  }

  async #wait(millis: number): Promise<void> {
    if (this.#isStopped) return;
    await this.#sleep(millis, this.#hurry.signal).catch(ignoreAbort);
  }

  /** Ends the wait that is going on. */
  #wake(): void {
    this.#hurry.abort();
    this.#hurry = new AbortController();
  }
}

function isRefusal(error: Error | undefined): boolean {
  return error !== undefined && 'code' in error && REFUSALS.has(error.code);
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
}
