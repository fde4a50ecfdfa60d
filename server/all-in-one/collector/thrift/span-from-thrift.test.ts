import { describe, expect, it } from 'vitest';
import type { Attribute, SpanResource } from '../../store/stored-span.ts';
import { TAG_TYPE, type ThriftTag } from './jaeger-thrift.ts';
import { resourceFromProcess, spanFromThrift } from './span-from-thrift.ts';
import { kept, tag, testingThriftSpan, textTag } from './testing/testing-batch.ts';

const resource: SpanResource = { serviceName: 'demo', attributes: [], droppedAttributes: 0, schemaUrl: '' };

const boolTag = (key: string, vBool: boolean): ThriftTag => tag({ key, vType: TAG_TYPE.BOOL, vBool });
const longTag = (key: string, vLong: bigint): ThriftTag => tag({ key, vType: TAG_TYPE.LONG, vLong });

function stored(changes: Parameters<typeof testingThriftSpan>[0]) {
  const span = spanFromThrift(testingThriftSpan(changes), resource);
  if (span === undefined) throw new Error('the span was refused');
  return span;
}

/** `key=value`, as short as it gets. */
function shown(attributes: readonly Attribute[]): readonly string[] {
  return attributes.map(({ key, value }) => `${key}=${'value' in value ? String(value.value) : value.type}`);
}

/** The status and what is left of the tags. */
function statusOf(...tags: readonly ThriftTag[]): string {
  const { status, attributes } = stored({ tags: kept(...tags) });
  return [status.code, status.message, ...shown(attributes)].join(' ').trim();
}

describe('the status of a span', () => {
  it.each<readonly [string, readonly ThriftTag[]]>([
    ['UNSET', []],
    ['ERROR', [boolTag('error', true)]],
    ['UNSET  error=false', [boolTag('error', false)]],
    ['UNSET  error=true', [textTag('error', 'true')]],
    ['ERROR why', [boolTag('error', true), textTag('otel.status_description', 'why')]],
    ['ERROR why http.status_message=why', [boolTag('error', true), textTag('http.status_message', 'why')]],
    ['ERROR', [boolTag('error', true), textTag('otel.status_code', 'OK')]],
    ['OK', [textTag('otel.status_code', 'ok')]],
    ['ERROR why', [textTag('otel.status_code', 'ERROR'), textTag('otel.status_description', 'why')]],
    ['UNSET', [longTag('otel.status_code', 2n)]],
    ['UNSET  http.status_code=200', [longTag('http.status_code', 200n)]],
    ['ERROR  http.status_code=399', [longTag('http.status_code', 399n)]],
    ['ERROR  http.status_code=404', [longTag('http.status_code', 404n)]],
    ['UNSET  http.status_code=404', [longTag('http.status_code', 404n), textTag('span.kind', 'server')]],
    ['ERROR  http.status_code=503', [textTag('http.status_code', '503'), textTag('span.kind', 'server')]],
    ['UNSET  http.status_code=5xx', [textTag('http.status_code', '5xx')]],
  ])('is %s', (expected, tags) => {
    expect(statusOf(...tags)).toBe(expected);
  });
});

describe('the parent of a span', () => {
  const ref = (refType: number, spanId: bigint, traceIdLow = 2n) => ({ refType, spanId, traceIdLow, traceIdHigh: 1n });

  it.each<readonly [string, bigint, ReturnType<typeof ref>[], string, readonly string[]]>([
    ['what it says', 9n, [], '9', []],
    ['not also a link', 9n, [ref(0, 9n)], '9', []],
    ['the first reference CHILD_OF within the trace', 0n, [ref(1, 7n), ref(0, 5n, 4n), ref(0, 8n)], '8', ['7', '5']],
    ['else the first FOLLOWS_FROM, which stays a link', 0n, [ref(1, 7n)], '7', ['7']],
    ['none of another trace', 0n, [ref(0, 5n, 4n)], '0', ['5']],
  ])('is %s', (_, parentSpanId, references, parent, links) => {
    const span = stored({ parentSpanId, references: kept(...references) });
    expect(span.parentSpanId).toBe(parent.padStart(16, '0'));
    expect(span.links.map(({ spanId }) => spanId)).toEqual(links.map((id) => id.padStart(16, '0')));
  });
});

it('shows ids without a sign, and times in nanoseconds', () => {
  const span = stored({ traceIdHigh: -1n, traceIdLow: 1n, spanId: -2n, startTime: 5n, duration: 7n });
  expect(span).toMatchObject({
    traceId: 'ffffffffffffffff0000000000000001',
    spanId: 'fffffffffffffffe',
    startNanos: 5_000n,
    endNanos: 12_000n,
  });
});

it('refuses a span whose trace id or span id is zero', () => {
  expect(spanFromThrift(testingThriftSpan({ traceIdHigh: 0n, traceIdLow: 0n }), resource)).toBeUndefined();
  expect(spanFromThrift(testingThriftSpan({ spanId: 0n }), resource)).toBeUndefined();
});

it('stretches a span without a duration and says so', () => {
  expect(stored({ duration: -5n }).warnings).toEqual([expect.stringMatching(/^Negative duration detected/)]);
});

it('takes the name of an event out of its fields', () => {
  const fields = kept(textTag('omikuji', '凶'), textTag('event', '残念でした'));
  const [event] = stored({ logs: kept({ timestamp: 3n, fields }) }).events;
  expect(event).toMatchObject({ name: '残念でした', atNanos: 3_000n });
  expect(shown(event?.attributes ?? [])).toEqual(['omikuji=凶']);
});

it('keeps the last of several tags with one key, and the kind apart', () => {
  const span = stored({ tags: kept(textTag('a', '1'), textTag('span.kind', 'client'), textTag('a', '2')) });
  expect(span.kind).toBe('client');
  expect(shown(span.attributes)).toEqual(['a=2']);
});

it('has a value of every type', () => {
  const tags = [
    tag({ key: 'double', vType: TAG_TYPE.DOUBLE, vDouble: 2.5 }),
    tag({ key: 'binary', vType: TAG_TYPE.BINARY, vBinary: Uint8Array.of(1, 2) }),
    longTag('long', -(2n ** 63n)),
    tag({ key: 'none', vType: TAG_TYPE.STRING }),
    tag({ key: 'other', vType: 9 }),
  ];
  expect(shown(stored({ tags: kept(...tags) }).attributes)).toEqual([
    'double=2.5',
    'binary=1,2',
    'long=-9223372036854775808',
    'none=',
    'other=<Unknown Jaeger TagType "<UNSET>">',
  ]);
});

describe('a process', () => {
  it('is called by the names of today', () => {
    const tags = kept(textTag('hostname', 'h1'), textTag('jaeger.version', 'Go-2.25'), textTag('ip', '192.0.2.1'));
    const { serviceName, attributes } = resourceFromProcess({ serviceName: 'demo', tags });
    expect(serviceName).toBe('demo');
    expect(shown(attributes).toSorted()).toEqual([
      'host.name=h1',
      'ip=192.0.2.1',
      'opencensus.exporterversion=Jaeger-Go-2.25',
    ]);
  });

  it('without a name gets one', () => {
    expect(resourceFromProcess({ serviceName: '', tags: undefined }).serviceName).toBe('missing-service-name');
  });
});
