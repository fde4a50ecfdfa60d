import type { StoredSpan } from '../store/stored-span.ts';

/** Where spans go. */
export interface SpanSink {
  add(spans: readonly StoredSpan[]): void;
  /** Counts spans with an all-zero id. */
  refuse(spans: number): void;
}
