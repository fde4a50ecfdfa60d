/** What a span attribute holds, as OTLP has it. An attribute without a value is `empty`. */
export type AttributeValue =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'double'; readonly value: number }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'list'; readonly values: readonly AttributeValue[] }
  | { readonly type: 'map'; readonly entries: readonly Attribute[] }
  | { readonly type: 'empty' };

export interface Attribute {
  readonly key: string;
  readonly value: AttributeValue;
}

export interface Attributed {
  readonly attributes: readonly Attribute[];
  /** How many more there were that the sender left out, as it says. */
  readonly droppedAttributes: number;
}

/** What made the span. Shared by the spans of one group, never copied per span. `attributes` are without `service.name`. */
export interface SpanResource extends Attributed {
  readonly serviceName: string;
  readonly schemaUrl: string;
}

export interface SpanScope extends Attributed {
  readonly name: string;
  readonly version: string;
  readonly schemaUrl: string;
}

export interface SpanEvent extends Attributed {
  readonly atNanos: bigint;
  readonly name: string;
}

export interface SpanLink extends Attributed {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceState: string;
  readonly flags: number;
}

/** Jaeger's names of the kinds; the empty one is "unspecified". */
export type SpanKind = '' | 'internal' | 'server' | 'client' | 'producer' | 'consumer';

export type StatusCode = 'UNSET' | 'OK' | 'ERROR';

/**
 * A span as the collector hands it over: sanitised, otherwise as it was sent. Nobody changes one that is stored.
 * Ids are lower-case hex, 32 digits for traces and 16 for spans; a link may point at an all-zero id, a span never has one.
 * Times are nanoseconds since 1970 and `endNanos > startNanos`.
 */
export interface StoredSpan extends Attributed {
  readonly traceId: string;
  readonly spanId: string;
  /** All zeros where the span has no parent. */
  readonly parentSpanId: string;
  readonly traceState: string;
  readonly name: string;
  readonly kind: SpanKind;
  readonly startNanos: bigint;
  readonly endNanos: bigint;
  readonly events: readonly SpanEvent[];
  readonly droppedEvents: number;
  readonly links: readonly SpanLink[];
  readonly droppedLinks: number;
  /** The flags of W3C's trace context, and above them whether the parent is remote. */
  readonly flags: number;
  readonly status: { readonly code: StatusCode; readonly message: string };
  readonly warnings: readonly string[];
  readonly resource: SpanResource;
  readonly scope: SpanScope;
}

export const NO_TRACE_ID = '0'.repeat(32);
export const NO_SPAN_ID = '0'.repeat(16);
