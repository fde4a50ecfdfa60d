import type { RawEvent, RawSpan } from '../trace/raw-span.ts';
import type { Resource } from '../trace/trace.ts';
import { type Micros, unixMicros } from '../units.ts';
import { spanIdOf } from './hex-id.ts';
import { decodeKeyValue } from './key-values.ts';
import { decodeLegacyEvent } from './legacy-event.ts';
import { decodeReferences } from './legacy-references.ts';
import type { LegacySpan } from './legacy-wire.ts';
import { SpanTags } from './span-tags.ts';

const NO_EVENTS: readonly RawEvent[] = [];
const NO_WARNINGS: readonly string[] = [];

/** A span of the wire as `buildTrace` takes it. `resource` is its process. */
export function decodeLegacySpan(span: LegacySpan, traceId: string, resource: Resource): RawSpan {
  const tags = new SpanTags();
  for (const tag of span.tags ?? []) tags.add(decodeKeyValue(tag));
  const start = wholeStart(span.startTime);
  const { parentId, links } = decodeReferences(span.references, traceId, tags.isParentLast);
  return {
    id: spanIdOf(span.spanID),
    parentId,
    resource,
    operation: span.operationName ?? '',
    kind: tags.kind,
    start: unixMicros(start),
    end: unixMicros(start + signedDuration(span.duration)),
    isError: tags.isError,
    attributes: tags.attributes,
    events: span.logs == null || span.logs.length === 0 ? NO_EVENTS : span.logs.map(decodeLegacyEvent),
    links,
    warnings: span.warnings ?? NO_WARNINGS,
  };
}

/**
 * Whole µs, as every Jaeger sends them: an instant leaves us as an integer of 64 bits, and one trace that has none must not cost the
 * slice. What no such integer holds is no instant, and repaired as an absent one.
 */
function wholeStart(startTime: number): number {
  return Math.abs(startTime) < 2 ** 63 ? Math.round(startTime) : 0;
}

/**
 * v1.48 writes a negative duration as an unsigned integer of 64 bits: 2^64 too much. Less than a millisecond of it is
 * lost in the rounding to a double, but not that it was negative.
 */
function signedDuration(duration: number): Micros {
  return duration >= 2 ** 63 ? Math.min(-1, duration - 2 ** 64) : duration;
}
