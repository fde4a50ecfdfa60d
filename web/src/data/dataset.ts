import type { Micros, UnixMicros } from '#core/units.ts';

/**
 * What is read from Jaeger: every trace with a span of a service (and operation) that has all tags and lasts that long, in a range
 * of time. Both ends are inclusive.
 */
export interface Dataset {
  readonly service: string;
  readonly operation: string | undefined;
  /** As `core/jaeger/tag-conditions.ts` reads them. */
  readonly tags: string | undefined;
  /** Of the span, both inclusive. */
  readonly minDuration: Micros | undefined;
  readonly maxDuration: Micros | undefined;
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  /** Traces per slice. */
  readonly limit: number;
  /** Goes up when the same is to be read anew. */
  readonly generation: number;
}
