import fc from 'fast-check';
import type { RawSpan } from '../trace/build-trace.ts';
import type { Resource, SpanKind } from '../trace/trace.ts';
import { unixMicros } from '../units.ts';

const EPOCH = 1_795_424_400_000_000;
const RESOURCES: readonly Resource[] = [
  { service: 'front', attributes: [] },
  { service: 'back', attributes: [{ key: 'host.name', type: 'string', value: 'a' }] },
];
const KINDS: readonly SpanKind[] = ['server', 'client', 'internal', 'unspecified'];

const messySpan: fc.Arbitrary<RawSpan> = fc
  .record({
    id: idOutOf(8),
    parentId: fc.oneof(fc.constant(''), idOutOf(10)),
    resource: fc.constantFrom(...RESOURCES),
    operation: fc.constantFrom('a', 'b'),
    kind: fc.constantFrom(...KINDS),
    start: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: EPOCH, max: EPOCH + 20 }) },
      fc.integer({ min: 0, max: 2 }),
    ),
    duration: fc.integer({ min: -2, max: 20 }),
    isError: fc.boolean(),
    eventOffsets: fc.array(fc.integer({ min: -1, max: 20 }), { maxLength: 2 }),
    warnings: fc.constantFrom([], ['noted']),
  })
  .map(({ start, duration, eventOffsets, ...span }) => ({
    ...span,
    start: unixMicros(start),
    end: unixMicros(start + duration),
    attributes: [],
    events: eventOffsets.map((offset) => ({ name: 'e', at: unixMicros(start + offset), attributes: [] })),
    links: [],
  }));

/**
 * Up to 18 spans of a few ids: orphans, cycles, duplicates, ids shared by clients and servers and others, missing
 * starts, negative durations, clocks that disagree. Whole microseconds.
 */
export const messySpans: fc.Arbitrary<readonly RawSpan[]> = fc
  .array(messySpan, { minLength: 1, maxLength: 9 })
  .chain((spans) => fc.subarray(spans).map((again) => [...spans, ...again]));

function idOutOf(count: number): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: count }).map((id) => id.toString(16).padStart(16, '0'));
}
