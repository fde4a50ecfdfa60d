import type { UnixMicros } from '../units.ts';
import type { Attribute, Resource, SpanKind, SpanLink } from './trace.ts';

/** A span as a decoder found it: absolute times, its parent by id, in any order. */
export interface RawSpan {
  readonly id: string;
  /** Empty where it has none. */
  readonly parentId: string;
  readonly resource: Resource;
  readonly operation: string;
  readonly kind: SpanKind;
  readonly start: UnixMicros;
  readonly end: UnixMicros;
  readonly isError: boolean;
  readonly attributes: readonly Attribute[];
  readonly events: readonly RawEvent[];
  readonly links: readonly SpanLink[];
  readonly warnings: readonly string[];
}

export interface RawEvent {
  readonly name: string;
  readonly at: UnixMicros;
  readonly attributes: readonly Attribute[];
}
