import type { Log } from '#core/log.ts';
import { ServiceTraces } from './service-traces.ts';
import type { SpanKind, StoredSpan } from './stored-span.ts';

/** A trace as the store keeps it. `spans` are in the order of arrival and grow as more come in. */
export interface StoredTrace {
  readonly traceId: string;
  /** Rises by one with every new trace. */
  readonly arrival: number;
  readonly spans: readonly StoredSpan[];
}

export interface StoreLimits {
  readonly maxTraces: number;
  readonly maxSpans: number;
  readonly maxSpansPerTrace: number;
}

export interface Counters {
  /** Traces and spans held now. */
  readonly traces: number;
  readonly spans: number;
  /** Traces that had to leave, whole, and spans that found no place in their trace, since the start. */
  readonly droppedTraces: number;
  readonly droppedSpans: number;
  /** Spans that were never taken, for an id that is all zeros. */
  readonly refusedSpans: number;
}

export interface Operation {
  readonly name: string;
  readonly spanKind: SpanKind;
}

interface GrowingTrace extends StoredTrace {
  readonly spans: StoredSpan[];
}

interface ServiceEntry {
  readonly traces: ServiceTraces<GrowingTrace>;
  readonly operations: Map<string, Operation>;
}

/** Distinct operations remembered per service, and services: names made of ids must not fill the memory. */
const MAX_OPERATIONS = 10_000;

/**
 * Spans in memory, bounded. When a bound is reached the trace that arrived first is dropped whole, and that is said once.
 * A service and its operations are forgotten with its last trace.
 */
export class SpanStore {
  readonly #limits: StoreLimits;
  readonly #log: Log;
  /** In the order of arrival, which is the order of a Map. */
  readonly #traces = new Map<string, GrowingTrace>();
  readonly #services = new Map<string, ServiceEntry>();
  #arrivals = 0;
  #spans = 0;
  #droppedTraces = 0;
  #droppedSpans = 0;
  #refusedSpans = 0;

  constructor(limits: StoreLimits, log: Log) {
    this.#limits = limits;
    this.#log = log;
  }

  get maxTraces(): number {
    return this.#limits.maxTraces;
  }

  add(spans: readonly StoredSpan[]): void {
    for (const span of spans) this.#addSpan(span);
  }

  /** Counts spans that belong to no trace. */
  refuse(spans: number): void {
    if (spans > 0 && this.#refusedSpans === 0) {
      this.#log('warn', 'spans with an all-zero trace id or span id belong to no trace and are refused', { spans });
    }
    this.#refusedSpans += spans;
  }

  trace(traceId: string): StoredTrace | undefined {
    return this.#traces.get(traceId);
  }

  /** All traces, the newest first. */
  traces(): readonly StoredTrace[] {
    return [...this.#traces.values()].reverse();
  }

  /** The traces in which the service takes part, by their own first arrival, the newest first. */
  tracesOf(service: string): readonly StoredTrace[] {
    return this.#services.get(service)?.traces.newestFirst() ?? [];
  }

  services(): readonly string[] {
    return [...this.#services.keys()];
  }

  operations(service: string): readonly Operation[] {
    return [...(this.#services.get(service)?.operations.values() ?? [])];
  }

  counters(): Counters {
    return {
      traces: this.#traces.size,
      spans: this.#spans,
      droppedTraces: this.#droppedTraces,
      droppedSpans: this.#droppedSpans,
      refusedSpans: this.#refusedSpans,
    };
  }

  #addSpan(span: StoredSpan): void {
    const trace = this.#traces.get(span.traceId) ?? this.#newTrace(span.traceId);
    if (trace.spans.length >= this.#limits.maxSpansPerTrace) {
      if (this.#droppedSpans === 0) {
        this.#log('warn', 'a trace is full; its further spans are dropped', {
          traceId: span.traceId,
          spans: trace.spans.length,
        });
      }
      this.#droppedSpans++;
      return;
    }
    trace.spans.push(span);
    this.#spans++;
    this.#index(trace, span);
    while (this.#spans > this.#limits.maxSpans && this.#traces.size > 1) this.#dropOldest();
  }

  #newTrace(traceId: string): GrowingTrace {
    if (this.#traces.size >= this.#limits.maxTraces) this.#dropOldest();
    const trace: GrowingTrace = { traceId, arrival: this.#arrivals++, spans: [] };
    this.#traces.set(traceId, trace);
    return trace;
  }

  #index(trace: GrowingTrace, { resource: { serviceName }, name, kind }: StoredSpan): void {
    let entry = this.#services.get(serviceName);
    if (entry === undefined) {
      entry = { traces: new ServiceTraces(), operations: new Map() };
      this.#services.set(serviceName, entry);
    }
    entry.traces.add(trace);
    const key = `${kind} ${name}`;
    if (!entry.operations.has(key) && entry.operations.size < MAX_OPERATIONS) {
      entry.operations.set(key, { name, spanKind: kind });
    }
  }

  #dropOldest(): void {
    const [oldest] = this.#traces.values();
    if (oldest === undefined) return;
    this.#traces.delete(oldest.traceId);
    this.#spans -= oldest.spans.length;
    for (const service of new Set(oldest.spans.map((span) => span.resource.serviceName))) this.#forget(service, oldest);
    if (this.#droppedTraces === 0) {
      this.#log('warn', 'the store is full; the oldest traces are dropped from now on', { ...this.#limits });
    }
    this.#droppedTraces++;
  }

  #forget(service: string, trace: GrowingTrace): void {
    const entry = this.#services.get(service);
    if (entry === undefined) return;
    entry.traces.removeFirst(trace);
    if (entry.traces.size === 0) this.#services.delete(service);
  }
}
