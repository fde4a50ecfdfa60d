import { readFileSync } from 'node:fs';
import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadZipkin } from './bad-zipkin.ts';
import { spansFromJson } from './spans-from-json.ts';
import { spansFromProtobuf } from './spans-from-protobuf.ts';
import { storedSpans } from './stored-spans.ts';
import { EndpointSchema, ListOfSpansSchema, Span_Kind, type SpanSchema } from './zipkin_pb.ts';
import type { ZipkinEndpoint, ZipkinSpan } from './zipkin-span.ts';

const recorded = readFileSync(new URL('../../../../core/jaeger/recordings/zipkin/v2.json', import.meta.url), 'utf8');
const KINDS = new Map<string, Span_Kind>([
  ['CLIENT', Span_Kind.CLIENT],
  ['SERVER', Span_Kind.SERVER],
  ['PRODUCER', Span_Kind.PRODUCER],
  ['CONSUMER', Span_Kind.CONSUMER],
]);

function toProtobuf(spans: Iterable<ZipkinSpan>): Uint8Array {
  const list = Array.from(spans, (span): MessageInitShape<typeof SpanSchema> => {
    const { local, remote } = span;
    return {
      traceId: Buffer.from(span.traceId, 'hex'),
      id: Buffer.from(span.id, 'hex'),
      parentId: Buffer.from(span.parentId ?? '', 'hex'),
      name: span.name,
      kind: KINDS.get(span.kind) ?? Span_Kind.SPAN_KIND_UNSPECIFIED,
      timestamp: span.timestamp ?? 0n,
      duration: span.duration,
      annotations: span.annotations.map(({ timestamp, value }) => ({ timestamp, value })),
      tags: Object.fromEntries(span.tags),
      ...(local === undefined ? {} : { localEndpoint: endpoint(local) }),
      ...(remote === undefined ? {} : { remoteEndpoint: endpoint(remote) }),
    };
  });
  return toBinary(ListOfSpansSchema, create(ListOfSpansSchema, { spans: list }));
}

function endpoint({ serviceName, address, port }: ZipkinEndpoint) {
  const ipv4 = address?.includes('.') ? Buffer.from(address.split('.').map(Number)) : new Uint8Array();
  const ipv6 = address === '2001:db8::1' ? Buffer.from('20010db8000000000000000000000001', 'hex') : new Uint8Array();
  return create(EndpointSchema, { serviceName, ipv4, ipv6, port });
}

const whole = toProtobuf(spansFromJson(recorded));

describe('spans of a request', () => {
  it('are the same in protobuf as in JSON', () => {
    const spans = [...spansFromJson(recorded)];
    expect(spans.length).toBe(7);
    expect([...spansFromProtobuf(whole)]).toEqual(spans);
  });

  it('may stand beside a field that nobody knows', () => {
    expect([...spansFromProtobuf(Buffer.concat([Buffer.of(0x12, 0), whole]))]).toHaveLength(7);
  });

  it('in JSON may leave nearly all out, or say null', () => {
    const [bare, nulls] = spansFromJson(
      '[{"id":"1"},null,{"id":"AB","traceId":"CD","parentId":null,"name":null,"tags":null,"timestamp":0}]',
    );
    expect(bare).toEqual({
      traceId: '0'.repeat(32),
      id: '0000000000000001',
      parentId: undefined,
      name: '',
      kind: '',
      timestamp: undefined,
      duration: 0n,
      local: undefined,
      remote: undefined,
      annotations: [],
      tags: [],
    });
    expect(nulls).toMatchObject({ id: '00000000000000ab', traceId: `${'0'.repeat(30)}cd`, timestamp: undefined });
  });

  it.each([
    ['nothing', '', 'unexpected end of JSON input'],
    ['no list', '{}', 'a list of spans expected'],
    ['lists without end', '['.repeat(10_000), 'exceeded max depth'],
    ['objects without number', `[${'{},'.repeat(1_000_000)}{}]`, 'too many lists and objects'],
    ['a text where a span should be', '["x"]', ': Invalid input: expected object, received string'],
    ['no id', '[{}]', 'id: Invalid input: expected string, received undefined'],
    ['an id of zeros', '[{"id":"000"}]', 'id: valid span id required'],
    ['an id that is no hex', '[{"id":"xy"}]', 'id: hex digits expected'],
    ['an id that is too long', `[{"id":"1","traceId":"${'1'.repeat(33)}"}]`, 'traceId: hex digits expected'],
    [
      'a time that is no whole number',
      '[{"id":"1","timestamp":1.5}]',
      'timestamp: Invalid input: expected int, received number',
    ],
    ['a tag that is no text', '[{"id":"1","tags":{"a":1}}]', 'tags.a: Invalid input: expected string, received number'],
    [
      'an address that is none',
      '[{"id":"1","localEndpoint":{"ipv4":"256.1.1.1"}}]',
      'localEndpoint.ipv4: an IP address expected',
    ],
  ])('are refused: %s', (_what, body, message) => {
    expect(() => [...spansFromJson(body)]).toThrow(new BadZipkin(message));
  });

  it('in JSON are refused where one has too many parts, before any of them is looked at', () => {
    const many = (part: string): string => Array(100_001).fill(part).join(',');
    const tags = Array.from({ length: 100_001 }, (_, n) => `"${n}":1`).join(',');
    for (const fields of [`"annotations":[${many('{}')}]`, `"tags":{${tags}}`]) {
      expect(() => [...spansFromJson(`[{"id":"1",${fields}}]`)]).toThrow(
        new BadZipkin('a span with more than 100000 tags or annotations'),
      );
    }
  });

  it('are refused with a text that is short however long the key is that is wrong', () => {
    const body = `[{"id":"1","tags":{"${'k'.repeat(10_000)}":1}}]`;
    expect(() => [...spansFromJson(body)]).toThrow(new BadZipkin(`tags.${'k'.repeat(195)}`));
  });

  it.each([
    ['no span id', '0a0a0a080102030405060708', 'invalid SpanID: has length 0 yet wanted length 8'],
    ['a trace id of three bytes', '0a050a03010203', 'invalid TraceID: has length 3 yet wanted length 16'],
    ['a length that is not there', '0affffffff07', 'proto: premature EOF'],
    ['other fields without number', '1200'.repeat(1_001), 'no list of spans'],
  ])('in protobuf are refused: %s', (_, bytes, message) => {
    expect(() => [...spansFromProtobuf(Buffer.from(bytes, 'hex'))]).toThrow(new BadZipkin(message));
  });

  it('in protobuf are refused where one is larger than a mebibyte, and its many parts are not read', () => {
    const parts = Buffer.alloc(2 ** 21, Buffer.from([0x52, 0x00]));
    const header = Buffer.from([0x0a, 0x80, 0x80, 0x80, 0x01]);
    const body = Buffer.concat([header, parts]);
    expect(() => [...spansFromProtobuf(body)]).toThrow(new BadZipkin('a span larger than 1048576 bytes'));
  });

  it('are refused where there are too many', async () => {
    const [span] = spansFromJson('[{"id":"1"}]');
    if (span === undefined) throw new Error('no span');
    const endless = {
      *[Symbol.iterator]() {
        for (;;) yield span;
      },
    };
    await expect(storedSpans(endless)).rejects.toThrow(new BadZipkin('more than 100000 spans'));
  });
});

describe('any bytes', () => {
  it('of damaged protobuf are read or refused', async () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.oneof(fc.nat(255), fc.constantFrom(0xff, 0x80, 0x7f)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.nat(4 * whole.length),
        async (changes, size) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          await expectReadOrBad(() => spansFromProtobuf(bytes.subarray(0, size)));
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('as protobuf are read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), (bytes) => expectReadOrBad(() => spansFromProtobuf(bytes))),
      { numRuns: 10_000 },
    );
  });

  it('of damaged JSON are read or refused', async () => {
    const change = fc.tuple(
      fc.nat(recorded.length - 1),
      fc.constantFrom('"', '{', '[', ']', '}', ',', '0', '-', 'e9', '\\', 'null'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let text = recorded;
        for (const [at, put] of changes) text = text.slice(0, at) + put + text.slice(at + 1);
        await expectReadOrBad(() => spansFromJson(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('as values of the fields that are read, are read or refused', async () => {
    const texts = [
      '',
      '1',
      'true',
      'internal',
      '::1',
      'fe80::1%lo',
      '1.2.3.4',
      '|||',
      'a|{"k":1}|0',
      'a|[1]|0',
      'a|{"k":1e999}|1',
    ];
    const others = [null, 1, -1, 2 ** 53, 65_536, 1e300, true, [], {}, [null], { 'otlp.link.0': '|||||' }];
    const value = fc.oneof(fc.constantFrom<unknown>(...texts, ...others), fc.string());
    const partKeys = ['timestamp', 'value', 'serviceName', 'ipv4', 'ipv6', 'port', 'error', 'otlp.link.0', '__proto__'];
    const part = anyOf(partKeys, value);
    const spanKeys = ['traceId', 'parentId', 'name', 'kind', 'timestamp', 'duration', 'tags', 'annotations'];
    const spanPart = fc.oneof(value, part, fc.array(part, { maxLength: 2 }));
    const span = anyOf([...spanKeys, 'localEndpoint', 'remoteEndpoint', 'id'], spanPart);
    const spans = fc.array(
      fc.tuple(span, fc.boolean()).map(([fields, hasId]) => (hasId ? { ...fields, id: '1', traceId: '2' } : fields)),
      { maxLength: 2 },
    );
    await fc.assert(
      fc.asyncProperty(spans, (items) => expectReadOrBad(() => spansFromJson(JSON.stringify(items)))),
      { numRuns: 10_000 },
    );
  });
});

/** An object with some of the keys. */
function anyOf(keys: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
}

async function expectReadOrBad(read: () => Iterable<ZipkinSpan>): Promise<void> {
  try {
    await storedSpans(read());
  } catch (error) {
    expect(error).toBeInstanceOf(BadZipkin);
  }
}
