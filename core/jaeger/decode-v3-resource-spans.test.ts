import { describe, expect, it } from 'vitest';
import { drawTrace } from '../testing/draw-trace.ts';
import { buildTrace } from '../trace/build-trace.ts';
import type { RawSpan } from '../trace/raw-span.ts';
import { decodeV3ResourceSpans } from './decode-v3-resource-spans.ts';
import { UnreadableTraceError } from './unreadable-trace-error.ts';

const START = 1_795_424_400_000_000;

function element(span: object = {}, resource: unknown = undefined): unknown {
  return { resource, scopeSpans: [{ spans: [{ traceId: 'AB', spanId: '1', ...span }] }] };
}

function decode(span: object, resource?: unknown): RawSpan {
  return decodeV3ResourceSpans(element(span, resource))[0]!.span;
}

function attributesOf(span: RawSpan): readonly string[] {
  return span.attributes.map(({ key, type, value }) => `${key}=${value}${type === 'string' ? '' : ` (${type})`}`);
}

function unreadable(bad: unknown): UnreadableTraceError {
  try {
    decodeV3ResourceSpans(bad);
  } catch (error) {
    if (error instanceof UnreadableTraceError) return error;
    throw error;
  }
  throw new Error('was readable');
}

describe('decodeV3ResourceSpans', () => {
  it('reads the draw of the demo', () => {
    const wire = {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'demo' } }] },
      scopeSpans: [
        {
          scope: { name: 'omikuji', version: '1.0.0' },
          spans: [
            {
              traceId: '5af7183fb1d4cf5f0000000000000001',
              spanId: 'abc0000000000101',
              name: '/handler',
              kind: 2,
              startTimeUnixNano: `${START}000`,
              endTimeUnixNano: `${START + 50}999`,
              status: {},
            },
            {
              traceId: '5af7183fb1d4cf5f0000000000000001',
              spanId: 'abc0000000000102',
              parentSpanId: 'abc0000000000101',
              name: '/omikuji',
              kind: 1,
              startTimeUnixNano: `${START + 10}500`,
              endTimeUnixNano: `${START + 40}500`,
              events: [
                {
                  timeUnixNano: `${START + 20}000`,
                  name: '残念でした',
                  attributes: [{ key: 'omikuji', value: { stringValue: '凶' } }],
                },
              ],
              status: { code: 2, message: '壊れた' },
            },
          ],
        },
      ],
    };
    const spans = decodeV3ResourceSpans(wire);
    expect(spans.map(({ traceId }) => traceId)).toEqual([
      '5af7183fb1d4cf5f0000000000000001',
      '5af7183fb1d4cf5f0000000000000001',
    ]);
    const trace = buildTrace(
      spans[0]!.traceId,
      spans.map(({ span }) => span),
    );
    expect(`\n${drawTrace(trace, { isDetailed: true, microsPerColumn: 5 })}`).toBe(`
demo /handler (server)            |==========|  0 +50
    tag otel.scope.name=omikuji
    tag otel.scope.version=1.0.0
  demo /omikuji (internal) !error |  ======  |  10 +30
      tag error=true (bool)
      tag otel.scope.name=omikuji
      tag otel.scope.version=1.0.0
      tag otel.status_code=ERROR
      tag otel.status_description=壊れた
      event @20 残念でした
        omikuji=凶`);
  });

  it('keeps the order of the wire, and tells traces apart', () => {
    const spans = ['1', '2', '3', '4'].map((spanId, index) => ({ traceId: index % 2 === 0 ? 'A' : 'b', spanId }));
    const decoded = decodeV3ResourceSpans({ scopeSpans: [{ spans: spans.slice(0, 3) }, { spans: spans.slice(3) }] });
    expect(decoded.map(({ traceId, span }) => `${traceId.slice(-1)} ${span.id.slice(-1)}`)).toEqual([
      'a 1',
      'b 2',
      'a 3',
      'b 4',
    ]);
  });

  it('does without everything, ids and times too: they are 0', () => {
    expect(decodeV3ResourceSpans({ scopeSpans: [{ spans: [{}] }] })).toEqual([
      {
        traceId: '0'.repeat(32),
        span: {
          id: '0'.repeat(16),
          parentId: '',
          resource: { service: 'OTLPResourceNoServiceName', attributes: [] },
          operation: '',
          kind: 'unspecified',
          start: 0,
          end: 0,
          isError: false,
          attributes: [],
          events: [],
          links: [],
          warnings: [],
        },
      },
    ]);
    const nothing = [{}, { scopeSpans: null }, { scopeSpans: [] }, { scopeSpans: [{}, { spans: null }] }];
    expect(nothing.map(decodeV3ResourceSpans)).toEqual([[], [], [], []]);
  });

  it('knows kind and status by number and by name', () => {
    const kinds = [0, 1, 2, 3, 4, 5, 6, 'SPAN_KIND_CLIENT', 'SPAN_KIND_UNSPECIFIED', null];
    expect(kinds.map((kind) => decode({ kind }).kind)).toEqual([
      'unspecified',
      'internal',
      'server',
      'client',
      'producer',
      'consumer',
      'unspecified',
      'client',
      'unspecified',
      'unspecified',
    ]);
    const codes = [0, 1, 2, 'STATUS_CODE_OK', 'STATUS_CODE_ERROR'];
    expect(codes.map((code) => attributesOf(decode({ status: { code } })).join(' '))).toEqual([
      '',
      'otel.status_code=OK',
      'otel.status_code=ERROR error=true (bool)',
      'otel.status_code=OK',
      'otel.status_code=ERROR error=true (bool)',
    ]);
    expect(decode({ status: { code: 2 } }).isError).toBe(true);
  });

  it('puts attributes in the order of the legacy dialect: own ones, status, trace state', () => {
    const span = decode({
      attributes: [
        { key: 'span.kind', value: { stringValue: 'client' } },
        { key: 'error', value: { stringValue: 'はい' } },
        { key: '@jaeger@format', value: { stringValue: 'proto' } },
      ],
      status: { message: 'm' },
      traceState: 'a=b',
    });
    expect(attributesOf(span)).toEqual(['error=はい', 'otel.status_description=m', 'w3c.tracestate=a=b']);
    expect(span).toMatchObject({ kind: 'client', isError: false });
  });

  it('knows an empty key by its absence', () => {
    const values = [{ key: 'k', value: { intValue: '1' } }, { value: { boolValue: true } }];
    const attributes = [{ value: { intValue: '-3' } }, {}, { key: 'map', value: { kvlistValue: { values } } }];
    expect(attributesOf(decode({ attributes }))).toEqual(['=-3 (int64)', '=', 'map={"":true,"k":1}']);
  });

  it('takes what Jaeger noted off the attributes', () => {
    const noted = (value: object): RawSpan => decode({ attributes: [{ key: '@jaeger@warnings', value }] });
    const list = noted({ arrayValue: { values: [{ stringValue: 'a' }, {}, { stringValue: 'b' }] } });
    expect(list).toMatchObject({ warnings: ['a', '', 'b'], attributes: [] });
    expect(noted({ arrayValue: {} }).warnings).toEqual([]);
    expect(noted({ stringValue: 'c' }).warnings).toEqual(['c']);
  });

  it('names an event by its attribute `event`, else by its name, else by `message`', () => {
    const attribute = (key: string): object => ({ key, value: { stringValue: key } });
    const { events } = decode({
      events: [
        { name: 'n', attributes: [attribute('message'), attribute('event')] },
        { name: 'n', attributes: [attribute('message')] },
        { attributes: [attribute('omikuji'), attribute('message')] },
        {},
      ],
    });
    expect(events.map(({ name, attributes }) => [name, ...attributes.map(({ key }) => key)])).toEqual([
      ['event', 'message'],
      ['n', 'message'],
      ['message', 'omikuji'],
      [''],
    ]);
  });

  it('calls the service by its name, if that is text', () => {
    const service = (...attributes: readonly object[]): string => decode({}, { attributes }).resource.service;
    const other = { key: 'host.name', value: { stringValue: 'h' } };
    expect(service({ key: 'service.name', value: { stringValue: '籤' } }, other)).toBe('籤');
    expect(service({ key: 'service.name', value: { intValue: '5' } })).toBe('unknown_service');
    expect(service(other)).toBe('unknown_service');
    expect(service()).toBe('OTLPResourceNoServiceName');
  });

  it('gives all spans of an element one resource', () => {
    const [first, second] = decodeV3ResourceSpans({ scopeSpans: [{ spans: [{ spanId: '1' }] }, { spans: [{}] }] });
    expect(first!.span.resource).toBe(second!.span.resource);
  });

  const ID = 'ab'.padStart(32, '0');

  it.each([
    ['nothing', null, '', /^Invalid input/],
    ['a list', [], '', /^Invalid input/],
    ['an id that is none', element({ spanId: 'xyz' }), ID, /^scopeSpans\.0\.spans\.0\.spanId: not a span id/],
    ['a trace id that is none', element({ traceId: 'xyz' }), '', /^scopeSpans\.0\.spans\.0\.traceId: not a trace id/],
    ['a time before 1970', element({ startTimeUnixNano: '-1' }), ID, /startTimeUnixNano: not nanoseconds/],
    ['a time with 21 digits', element({ endTimeUnixNano: '1'.repeat(21) }), ID, /endTimeUnixNano: not nanoseconds/],
    ['an attribute that is a list', element({ attributes: [[]] }), ID, /attributes\.0: not a key and a value/],
    ['a bad resource', element({}, { attributes: [5] }), ID, /^resource\.attributes\.0: /],
    [
      'a span of the second trace',
      { scopeSpans: [{ spans: [{ traceId: 'cd' }, { traceId: 'ab', name: 5 }] }] },
      ID,
      /^scopeSpans\.0\.spans\.1\.name: /,
    ],
  ])('refuses %s, and says where', (_, bad, traceId, reason) => {
    const error = unreadable(bad);
    expect(error.traceId).toBe(traceId);
    expect(error.reason).toMatch(reason);
  });
});
