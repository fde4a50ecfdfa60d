import type { Micros, UnixMicros } from '../units.ts';
import type { Problem } from './problem.ts';

/** Where an attribute was written: on an event of a span, on the span itself, or on the process that made it. */
export type Scope = 'event' | 'tag' | 'resource';

/** What a producer said the value is. Everything is kept as text as well: groups are made of text. */
export type AttributeType = 'string' | 'bool' | 'int64' | 'float64' | 'binary';

export interface Attribute {
  readonly key: string;
  readonly type: AttributeType;
  /** The value as text: `true`, `42`, `2.5`, `凶`; binary in base64. */
  readonly value: string;
}

/** Something that happened within a span. */
export interface SpanEvent {
  /** The event's own text: OTLP's name, or OpenCensus' `message`. Empty where it has none. */
  readonly name: string;
  /** From the start of the trace. */
  readonly at: Micros;
  /** All but the name, in the order of the wire. */
  readonly attributes: readonly Attribute[];
}

/** The process that made a span. */
export interface Resource {
  readonly service: string;
  readonly attributes: readonly Attribute[];
}

/** A reference to another span that is not its parent. */
export interface SpanLink {
  readonly traceId: string;
  readonly spanId: string;
}

export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer' | 'unspecified';

/** `parent` of a span that has none. */
export const NO_PARENT = -1;

/** One span of a built trace. */
export interface Span {
  /** 16 lower-case hex digits. */
  readonly id: string;
  /** Index of the parent in `Trace.spans`, always smaller than the span's own; `NO_PARENT` for a root or an orphan. */
  readonly parent: number;
  /** 0 for spans without a parent. */
  readonly depth: number;
  /** Index into `Trace.resources`. */
  readonly resource: number;
  readonly operation: string;
  readonly kind: SpanKind;
  /** From the start of the trace; never negative. */
  readonly start: Micros;
  /** Never negative. */
  readonly duration: Micros;
  readonly isError: boolean;
  readonly attributes: readonly Attribute[];
  /** Sorted by time. */
  readonly events: readonly SpanEvent[];
  readonly links: readonly SpanLink[];
  /** What Jaeger itself noted on the span. Shown, never trusted (they accumulate on 2.20, and are wrong on async children). */
  readonly warnings: readonly string[];
}

/**
 * The one model of a trace, whatever dialect and version it came from, repaired.
 *
 *     spans   0 /handler      |==========|   pre-order: a parent stands before its children,
 *             1   /omikuji    | ======== |   children in order of their start.
 *             2   log.write   |         =|   spans[0] is the root: the latency of the trace is its duration.
 *             3 orphan        |   ==     |   Spans whose parent is missing follow with parent = NO_PARENT.
 *
 * A trace has one absolute start, the earliest start of any of its spans; all else is an offset from it.
 */
export interface Trace {
  /** 32 lower-case hex digits. */
  readonly id: string;
  readonly start: UnixMicros;
  /** At least one. */
  readonly spans: readonly Span[];
  readonly resources: readonly Resource[];
  /** What was odd and how it was repaired. */
  readonly problems: readonly Problem[];
}
