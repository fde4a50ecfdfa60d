import type { UnixMicros } from '../units.ts';
import type { Attribute, Resource, SpanKind, SpanLink, Trace } from './trace.ts';

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
  readonly events: readonly { readonly name: string; readonly at: UnixMicros; readonly attributes: readonly Attribute[] }[];
  readonly links: readonly SpanLink[];
  readonly warnings: readonly string[];
}

/** Builds the one model from spans in any order: finds parents, orders, repairs, and lists what it repaired. `spans` is not empty. */
export declare function buildTrace(id: string, spans: readonly RawSpan[]): Trace;
