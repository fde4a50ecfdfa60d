import type { SpanStore } from '../store/span-store.ts';
import type { StoredSpan } from '../store/stored-span.ts';
import type { EnvelopeError } from './envelope.ts';
import type { JaegerTrace } from './jaeger-json.ts';

export interface QueryContext {
  readonly store: SpanStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** What a route answers: a whole body, or traces to be sent one by one, in the form of the legacy API or in that of OTLP. */
export type QueryAnswer =
  | { readonly kind: 'whole'; readonly body: object }
  | {
      readonly kind: 'traces';
      readonly traces: Iterable<JaegerTrace>;
      readonly errors: readonly EnvelopeError[] | null;
    }
  | { readonly kind: 'otlp'; readonly traces: Iterable<readonly StoredSpan[]> };

export interface Route {
  /** Segments of the path; `:name` stands for any. */
  readonly path: readonly string[];
  readonly answer: (
    context: QueryContext,
    parameters: URLSearchParams,
    segment: string,
  ) => Promise<QueryAnswer> | QueryAnswer;
}
