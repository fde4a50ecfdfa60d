import type { AnnotationKey } from '../spans/span-table.ts';
import type { Micros, UnixMicros } from '../units.ts';

/** A bar of the small waterfall, on the trace's own scale. */
export interface TraceRowBar {
  readonly start: Micros;
  readonly duration: Micros;
  readonly kind: 'root' | 'carrier';
}

/** One row of the list of traces. */
export interface TraceRow {
  /** Row in the span table. */
  readonly row: number;
  readonly id: string;
  readonly start: UnixMicros;
  readonly service: string;
  readonly operation: string;
  readonly latency: Micros;
  readonly spans: number;
  readonly errors: number;
  /** The grouping key's values first, then the other event annotations, then tags of the carrying span. At most 8. */
  readonly chips: readonly { readonly key: AnnotationKey; readonly value: string; readonly isHighlight: boolean }[];
  /** From the first start to the last end. */
  readonly extent: Micros;
  /** The root, then the spans that carry the grouping key, longest first, at most 3. */
  readonly bars: readonly TraceRowBar[];
  /** The events that carry the grouping key. */
  readonly marks: readonly { readonly at: Micros; readonly isHighlight: boolean }[];
}
