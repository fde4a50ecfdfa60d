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

/** What made the span. Shared by the spans of one group, never copied per span. `attributes` are without `service.name`. */
export interface SpanResource {
  readonly serviceName: string;
  readonly attributes: readonly Attribute[];
}

export interface SpanScope {
  readonly name: string;
  readonly version: string;
  readonly attributes: readonly Attribute[];
}

export interface SpanEvent {
  readonly atNanos: bigint;
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

export interface SpanLink {
  readonly traceId: string;
  readonly spanId: string;
  readonly attributes: readonly Attribute[];
}

/** Jaeger's names of the kinds; the empty one is "unspecified". */
export type SpanKind = '' | 'internal' | 'server' | 'client' | 'producer' | 'consumer';

export type StatusCode = 'UNSET' | 'OK' | 'ERROR';

/**
 * A span as the collector hands it over: sanitised, otherwise as it was sent. Nobody changes one that is stored.
 * Ids are lower-case hex, 32 digits for traces and 16 for spans; a link may point at an all-zero id, a span never has one.
 * Times are nanoseconds since 1970 and `endNanos > startNanos`.
 */
export interface StoredSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** All zeros where the span has no parent. */
  readonly parentSpanId: string;
  readonly traceState: string;
  readonly name: string;
  readonly kind: SpanKind;
  readonly startNanos: bigint;
  readonly endNanos: bigint;
  readonly attributes: readonly Attribute[];
  readonly events: readonly SpanEvent[];
  readonly links: readonly SpanLink[];
  readonly status: { readonly code: StatusCode; readonly message: string };
  readonly warnings: readonly string[];
  readonly resource: SpanResource;
  readonly scope: SpanScope;
}

export const NO_TRACE_ID = '0'.repeat(32);
export const NO_SPAN_ID = '0'.repeat(16);
