import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeReferences } from './legacy-references.ts';
import { decodeV3Links } from './v3-links.ts';

const TRACE = 'ab'.padStart(32, '0');

interface Linked {
  readonly parentSpanId?: string;
  readonly links: readonly { readonly traceId?: string; readonly spanId?: string; readonly isChildOf?: boolean }[];
}

/** The references that Jaeger makes of it (makeJaegerProtoReferences of opentelemetry-collector-contrib), in its steps. */
function references({ parentSpanId = '', links }: Linked) {
  const hasParent = /[^0]/.test(parentSpanId);
  const made = hasParent ? [{ refType: 'CHILD_OF', traceID: TRACE, spanID: parentSpanId }] : [];
  for (const { traceId = '', spanId = '', isChildOf } of links) {
    const refType = isChildOf === true ? 'CHILD_OF' : 'FOLLOWS_FROM';
    const isParent = hasParent && traceId === TRACE && spanId === parentSpanId;
    if (isParent) made[0] = { refType, traceID: traceId, spanID: spanId };
    else made.push({ refType, traceID: traceId.padStart(1, '0'), spanID: spanId.padStart(1, '0') });
  }
  return made;
}

const spanId = fc.constantFrom('1', '2', '3', '0', '').map((id) => (id === '' ? '' : id.padStart(16, '0')));

it('decodes links as it decodes the references that Jaeger makes of them', () => {
  const link = fc.record(
    { traceId: fc.constantFrom(TRACE, TRACE, 'cd'.padStart(32, '0'), ''), spanId, isChildOf: fc.boolean() },
    { requiredKeys: [] },
  );
  const linked = fc.record({ parentSpanId: spanId, links: fc.array(link, { maxLength: 4 }) });
  fc.assert(
    fc.property(linked, (wire) => {
      const links = wire.links.map(({ isChildOf, ...ids }) => ({
        ...ids,
        attributes:
          isChildOf === undefined
            ? []
            : [{ key: 'opentracing.ref_type', value: { stringValue: isChildOf ? 'child_of' : 'follows_from' } }],
      }));
      expect(decodeV3Links({ ...wire, links }, TRACE)).toEqual(decodeReferences(references(wire), TRACE, false));
    }),
    { numRuns: 10_000, seed: 8 },
  );
});
