import fc from 'fast-check';
import { buildTrace, type RawSpan } from '../trace/build-trace.ts';
import type { Attribute, Resource, SpanKind, SpanLink, Trace } from '../trace/trace.ts';
import { addMicros, unixMicros } from '../units.ts';

const EPOCH = 1_795_424_400_000_000;
const KINDS: readonly SpanKind[] = ['server', 'client', 'internal', 'producer', 'consumer', 'unspecified'];
const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;

const word = fc.string({ unit: 'grapheme', maxLength: 6 });
const text = (key: string, value: string): Attribute => ({ key, type: 'string', value });
/** Not the names of events, nor anything that Jaeger gives a meaning. */
const key = word.map((name) => `k.${name}`);

const attribute: fc.Arbitrary<Attribute> = fc.oneof(
  fc.record({ key, type: fc.constant('string' as const), value: word }),
  fc.record({ key, type: fc.constant('bool' as const), value: fc.boolean().map(String) }),
  fc.record({
    key,
    type: fc.constant('int64' as const),
    value: fc.oneof(fc.integer(), fc.bigInt({ min: MIN_INT64, max: MAX_INT64 })).map(String),
  }),
  fc.record({
    key,
    type: fc.constant('float64' as const),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  }),
  fc.record({ key, type: fc.constant('binary' as const), value: fc.constantFrom('', 'AA==', 'AP+A4pyT') }),
);
const attributes = fc.array(attribute, { maxLength: 3 });

const resource: fc.Arbitrary<Resource> = fc.record({
  service: fc.constantFrom('front', 'back', '籤'),
  attributes,
});

/** What the legacy dialect has in front of the attributes, and behind them. */
const scope = fc.record({ name: fc.constantFrom('', 'lib'), version: fc.constantFrom('', '1.0') });
const status = fc.record({
  code: fc.constantFrom('UNSET', 'OK', 'ERROR'),
  message: fc.constantFrom('', '壊れた'),
  traceState: fc.constantFrom('', 'a=b'),
  hasErrorTag: fc.boolean(),
});

const spanAttributes: fc.Arbitrary<readonly Attribute[]> = fc
  .record({ scope, attributes, status })
  .map(({ scope: { name, version }, attributes: own, status: { code, message, traceState, hasErrorTag } }) => [
    ...(name === '' ? [] : [text('otel.scope.name', name)]),
    ...(version === '' ? [] : [text('otel.scope.version', version)]),
    ...(hasErrorTag ? [text('error', 'はい')] : []),
    ...own,
    ...(code === 'UNSET' ? [] : [text('otel.status_code', code)]),
    ...(code === 'ERROR' ? [{ key: 'error', type: 'bool' as const, value: 'true' }] : []),
    ...(message === '' ? [] : [text('otel.status_description', message)]),
    ...(traceState === '' ? [] : [text('w3c.tracestate', traceState)]),
  ]);

const id = (digits: 16 | 32): fc.Arbitrary<string> =>
  fc.bigInt({ min: 1n, max: 16n ** BigInt(digits) - 2n }).map((value) => value.toString(16).padStart(digits, '0'));

const span = fc.record({
  id: id(16),
  parent: fc.nat(),
  isTop: fc.boolean(),
  isOrphan: fc.boolean(),
  resource: fc.nat(),
  operation: word,
  kind: fc.constantFrom(...KINDS),
  offset: fc.nat({ max: 50 }),
  duration: fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 10_000_000_000 })),
  attributes: spanAttributes,
  events: fc.array(fc.record({ name: word, offset: fc.nat({ max: 50 }), attributes }), { maxLength: 3 }),
  linksElsewhere: fc.array(fc.record({ traceId: id(32), spanId: id(16) }), { maxLength: 2 }),
  linkWithin: fc.option(fc.nat()),
  warnings: fc.array(word, { maxLength: 2 }),
});

/**
 * A trace of up to 8 spans with everything that the wire can say: every kind and type, scopes, status, trace state,
 * events without a name, links within and out of the trace, warnings, orphans, several roots, ids of 64 bits. Nothing
 * in it was repaired but orphans and roots, so that it comes back from a wire as it is.
 */
export const anyTrace: fc.Arbitrary<Trace> = fc
  .record({
    traceId: fc.oneof(
      id(32),
      id(16).map((low) => low.padStart(32, '0')),
    ),
    resources: fc.array(resource, { minLength: 1, maxLength: 3 }),
    spans: fc.uniqueArray(span, { minLength: 1, maxLength: 8, selector: (one) => one.id }),
  })
  .map(({ traceId, resources, spans }) => {
    const made: RawSpan[] = [];
    for (const one of spans) {
      const before = made.length === 0 || one.isTop ? undefined : made[one.parent % made.length]!;
      const parentId = before?.id ?? (one.isOrphan ? 'ffffffffffffffff' : '');
      const start = addMicros(before?.start ?? unixMicros(EPOCH), one.offset);
      const sibling = one.linkWithin === null ? undefined : made[one.linkWithin % made.length];
      const within: readonly SpanLink[] =
        sibling === undefined || before === undefined || sibling.id === parentId
          ? []
          : [{ traceId, spanId: sibling.id }];
      made.push({
        id: one.id,
        parentId,
        resource: resources[one.resource % resources.length]!,
        operation: one.operation,
        kind: one.kind,
        start,
        end: addMicros(start, one.duration),
        isError: one.attributes.some(({ key: name, value }) => name === 'error' && value === 'true'),
        attributes: one.attributes,
        events: one.events.map(({ name, offset, attributes: fields }) => ({
          name,
          at: addMicros(start, offset),
          attributes: fields,
        })),
        links: [...within, ...one.linksElsewhere],
        warnings: one.warnings,
      });
    }
    return buildTrace(traceId, made);
  });
