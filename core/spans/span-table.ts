import type { Scope } from '../trace/trace.ts';

/** An annotation as a group key: a key within a scope. The event's own text has the key `EVENT_NAME_KEY`. */
export interface AnnotationKey {
  readonly scope: Scope;
  readonly key: string;
}

/** Key of the annotation that is an event's own text (Jaeger's legacy API calls the field the same). */
export const EVENT_NAME_KEY = 'event';

/** Every distinct (scope, key, value) once; columns refer to one by its index, its *code*. */
export interface AnnotationDictionary {
  /** Per code: index into `keys`. */
  readonly keyOfCode: readonly number[];
  /** Per code. */
  readonly values: readonly string[];
  /** Distinct keys. */
  readonly keys: readonly AnnotationKey[];
}

/**
 * Many traces as columns.
 *
 *     traceIds       a         b              per trace
 *     traceStart     17954…    17954…         µs since 1970
 *     firstSpan      0         2        5     spans of trace t: firstSpan[t] … firstSpan[t + 1] − 1, in pre-order
 *     ──────────────────────────────────
 *     spanParent     -1 0      -1 2 2         per span: row of the parent, or −1
 *     spanStart      0  6      0  3 9         µs from the start of its trace
 *     …
 *     tagOffsets     0  3      3  5 …         tags of span s: tagCodes[tagOffsets[s]] … tagCodes[tagOffsets[s + 1] − 1]
 *     tagCodes       4 9 7  1 4 …             codes of `annotations`
 *
 * Self times and critical paths are not in it: whoever asks derives them (they took a fifth of what went over the wire).
 *
 * A table only grows. Where a trace came again more complete, the older row stays and is marked in `isSuperseded`: whoever
 * goes over traces skips those. All arrays are views that must not be written to.
 */
export interface SpanTable {
  /** Goes up by one with every change, so that derived data may be kept by (table, revision). */
  readonly revision: number;

  readonly traceCount: number;
  readonly traceIds: readonly string[];
  readonly traceStart: Float64Array;
  /** One more than there are traces. */
  readonly firstSpan: Int32Array;
  /** 1 where a later row holds the same trace with more spans. */
  readonly isSuperseded: Uint8Array;

  readonly spanCount: number;
  readonly spanTrace: Int32Array;
  readonly spanParent: Int32Array;
  readonly spanStart: Float64Array;
  readonly spanDuration: Float64Array;
  readonly spanService: Int32Array;
  readonly spanOperation: Int32Array;
  /** Index into `SPAN_KINDS`. */
  readonly spanKind: Uint8Array;
  /** 0 or 1. */
  readonly spanError: Uint8Array;
  /** Index into `resources`. */
  readonly spanResource: Int32Array;

  /** One more than there are spans. */
  readonly tagOffsets: Int32Array;
  readonly tagCodes: Int32Array;
  /** One more than there are spans. An event contributes its name and each of its attributes. */
  readonly eventOffsets: Int32Array;
  readonly eventCodes: Int32Array;
  /** Parallel to `eventCodes`: when that event happened, µs from the start of the trace. */
  readonly eventTimes: Float64Array;

  readonly services: readonly string[];
  readonly operations: readonly string[];
  /** Per distinct resource: its annotation codes. */
  readonly resources: readonly (readonly number[])[];
  readonly annotations: AnnotationDictionary;
}
