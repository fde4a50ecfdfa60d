import type { InstrumentationScope, Resource, Span } from './otlp_pb.ts';

/** Spans that share a resource and a scope. `spans` decodes them one by one, and may throw `BadOtlp` at any of them. */
export interface SpanGroup {
  /** The same object in all groups that share it. */
  readonly resource: Resource;
  readonly resourceSchemaUrl: string;
  readonly scope: InstrumentationScope | undefined;
  readonly scopeSchemaUrl: string;
  readonly spans: Iterable<Span>;
}
