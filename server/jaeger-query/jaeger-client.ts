import type { SliceProblem } from '#core/api.ts';
import type { TagCondition } from '#core/jaeger/tag-conditions.ts';
import type { Trace } from '#core/trace/trace.ts';
import type { Micros, UnixMicros } from '#core/units.ts';

/**
 * Traces in which one span of `service` (and `operation`, if given) starts within `start` … `end`, has all `tags` and lasts
 * from `minDuration` to `maxDuration`. A client sends what it is given: what may be sent, `slice/` decides.
 */
export interface TraceSearch {
  readonly service: string;
  readonly operation: string | undefined;
  readonly start: UnixMicros;
  readonly end: UnixMicros;
  /** The most traces to answer with, 1 to 1500. */
  readonly limit: number;
  readonly tags: readonly TagCondition[];
  /** Inclusive; `undefined`: no bound. */
  readonly minDuration: Micros | undefined;
  readonly maxDuration: Micros | undefined;
}

export interface SearchSummary {
  /** False where this Jaeger would have ignored the tags, so that the answer is not filtered by them. */
  readonly hasFilteredTags: boolean;
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
  search(search: TraceSearch, listener: SearchListener, signal: AbortSignal): Promise<SearchSummary>;
  /** @param id 1 to 32 hex digits. @throws JaegerFault `trace-not-found` */
  trace(id: string, signal: AbortSignal): Promise<Trace>;
}
