/** What a search asks of one span. A trace is found when one of its spans fulfils all of it. */
export interface SpanQuery {
  /** Undefined: any. */
  readonly service: string | undefined;
  /** Undefined: any. */
  readonly operation: string | undefined;
  /** Bounds of the span's own start, inclusive, nanoseconds since 1970. */
  readonly startMinNanos: bigint;
  readonly startMaxNanos: bigint;
  /** Bounds of the span's own duration, inclusive; 0 is no bound. */
  readonly durationMinNanos: bigint;
  readonly durationMaxNanos: bigint;
  readonly tags: ReadonlyMap<string, string>;
}
