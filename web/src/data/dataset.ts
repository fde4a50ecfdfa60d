import type { UnixMicros } from '#core/units.ts';

/** What is read from Jaeger: every trace of a service (and operation) in a range of time. Both ends are inclusive. */
export interface Dataset {
  readonly service: string;
  readonly operation: string | undefined;
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  /** Traces per slice. */
  readonly limit: number;
  /** Goes up when the same is to be read anew. */
  readonly generation: number;
}
