import type { SliceProblem } from '#core/api.ts';
import type { Trace } from '#core/trace/trace.ts';
import type { UnixMicros } from '#core/units.ts';

/** Traces in which a span of `service` (and `operation`, if given) starts within `start` … `end`. */
export interface TraceSearch {
  readonly service: string;
  readonly operation: string | undefined;
  readonly start: UnixMicros;
  readonly end: UnixMicros;
  /** The most traces to answer with, 1 to 1500. */
  readonly limit: number;
}

export interface SearchListener {
  /** Called for every trace as it arrives, in Jaeger's order. */
  readonly onTrace: (trace: Trace) => void;
  /** Called for every trace that cannot be read, with the length of its JSON in bytes. */
  readonly onUnreadable: (problem: SliceProblem, bytes: number) => void;
  /** Called for every piece of the answer, with its length in bytes. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * A jaeger-query, whichever dialect it speaks. Every method throws a `JaegerFault` where there is no usable answer, and
 * rejects with the signal's reason once `signal` is aborted.
 */
export interface JaegerClient {
  /** In Jaeger's order. */
  services(signal: AbortSignal): Promise<readonly string[]>;
  /** Names of the operations of a service, in Jaeger's order, possibly repeated. */
  operations(service: string, signal: AbortSignal): Promise<readonly string[]>;
  /**
   * One page. It says nothing about completeness: storages differ in which traces they give when more match (`readSlice`
   * knows). Traces given to the listener before a fault is thrown are no result.
   */
  search(search: TraceSearch, listener: SearchListener, signal: AbortSignal): Promise<void>;
  /** @param id 1 to 32 hex digits. @throws JaegerFault `trace-not-found` */
  trace(id: string, signal: AbortSignal): Promise<Trace>;
}
