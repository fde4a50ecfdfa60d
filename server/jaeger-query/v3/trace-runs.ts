import type { SliceProblem } from '#core/api.ts';
import type { V3Span } from '#core/jaeger/decode-v3-resource-spans.ts';
import type { UnreadableTraceError } from '#core/jaeger/unreadable-trace-error.ts';
import { buildTrace, type RawSpan } from '#core/trace/build-trace.ts';
import type { Trace } from '#core/trace/trace.ts';
import { longerThan, MAX_TRACE_BYTES } from '../body/too-long-trace.ts';

export interface TraceRunsListener {
  readonly onTrace: (trace: Trace) => void;
  readonly onUnreadable: (problem: SliceProblem, bytes: number) => void;
}

/** A trace of which more may come. */
interface Run {
  /** Number of the last element that brought something of it. */
  element: number;
  spans: RawSpan[];
  /** Of the JSON that they came in. */
  bytes: number;
  /** Why this is no trace; its spans are not kept then. */
  unreadable: string | undefined;
}

/**
 * Puts traces together from elements that hold spans of them. Jaeger sends all elements of a trace one after the other, so that
 * a trace is finished as soon as an element brings nothing of it, and is then handed over and forgotten:
 *
 *     elements   a  a  b  bc  c  a
 *     open       a  a  b  bc  c  –      `reappeared`: a
 *     handed           a      b  c
 *
 * It holds the spans of the traces of one element, and never more than `MAX_TRACE_BYTES` of JSON gave: beyond that, the longest
 * of them is given up as unreadable.
 */
export class TraceRuns {
  readonly #listener: TraceRunsListener;
  readonly #maxBytes: number;
  readonly #open = new Map<string, Run>();
  #openBytes = 0;
  #element = 0;
  readonly #handed = new Set<string>();
  readonly #reappeared = new Set<string>();

  constructor(listener: TraceRunsListener, maxBytes: number = MAX_TRACE_BYTES) {
    this.#listener = listener;
    this.#maxBytes = maxBytes;
  }

  /** Traces that came again after they had been handed over: what was handed over is not all of them. */
  get reappeared(): ReadonlySet<string> {
    return this.#reappeared;
  }

  /** @param bytes length of the element */
  add(spans: readonly V3Span[], bytes: number): void {
    if (spans.length === 0) return;
    this.#element++;
    const bytesPerSpan = bytes / spans.length;
    let traceId: string | undefined;
    let run: Run | undefined;
    for (const span of spans) {
      if (span.traceId !== traceId) {
        traceId = span.traceId;
        run = this.#runFor(traceId);
      }
      if (run !== undefined) this.#addSpan(run, span.span, bytesPerSpan);
    }
    this.#finishBefore(this.#element);
    if (this.#openBytes > this.#maxBytes) this.#giveUpLongest();
  }

  /**
   * An element that cannot be read. Where it names a trace, that trace is not complete without it; what else it holds nobody
   * knows, so that nothing is finished by it.
   */
  addUnreadable({ traceId, reason }: UnreadableTraceError, bytes: number): void {
    const run = traceId === '' || this.#handed.has(traceId) ? undefined : this.#runOf(traceId);
    if (run === undefined) {
      this.#listener.onUnreadable({ kind: 'unreadable-trace', traceId, reason }, bytes);
      return;
    }
    this.#giveUp(run, reason);
    run.bytes += bytes;
  }

  /** No more elements will come. */
  end(): void {
    this.#finishBefore(this.#element + 1);
  }

  /** `undefined` for a trace that was handed over, and so has come again. */
  #runFor(traceId: string): Run | undefined {
    if (this.#handed.has(traceId)) {
      this.#reappeared.add(traceId);
      return undefined;
    }
    const run = this.#runOf(traceId);
    run.element = this.#element;
    return run;
  }

  #runOf(traceId: string): Run {
    const open = this.#open.get(traceId);
    if (open !== undefined) return open;
    const run: Run = { element: this.#element, spans: [], bytes: 0, unreadable: undefined };
    this.#open.set(traceId, run);
    return run;
  }

  #addSpan(run: Run, span: RawSpan, bytes: number): void {
    run.bytes += bytes;
    if (run.unreadable !== undefined) return;
    run.spans.push(span);
    this.#openBytes += bytes;
  }

  #giveUp(run: Run, reason: string): void {
    if (run.unreadable !== undefined) return;
    this.#openBytes -= run.bytes;
    run.spans = [];
    run.unreadable = reason;
  }

  #giveUpLongest(): void {
    const readable = [...this.#open.values()].filter((run) => run.unreadable === undefined);
    for (const run of readable.toSorted((a, b) => b.bytes - a.bytes)) {
      if (this.#openBytes <= this.#maxBytes) return;
      this.#giveUp(run, longerThan(this.#maxBytes));
    }
  }

  /** Hands over the traces of which no element from this one on has brought anything. */
  #finishBefore(element: number): void {
    for (const [traceId, run] of this.#open) {
      if (run.element >= element) continue;
      this.#open.delete(traceId);
      this.#handed.add(traceId);
      this.#hand(traceId, run);
    }
  }

  #hand(traceId: string, { spans, bytes, unreadable }: Run): void {
    if (unreadable === undefined) {
      this.#openBytes -= bytes;
      this.#listener.onTrace(buildTrace(traceId, spans));
    } else {
      this.#listener.onUnreadable({ kind: 'unreadable-trace', traceId, reason: unreadable }, Math.ceil(bytes));
    }
  }
}
