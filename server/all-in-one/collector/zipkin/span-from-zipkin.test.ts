import { describe, expect, it } from 'vitest';
import type { Attribute, StoredSpan } from '../../store/stored-span.ts';
import { spansFromJson } from './spans-from-json.ts';
import { storedSpans } from './stored-spans.ts';

async function stored(...spans: readonly object[]): Promise<readonly StoredSpan[]> {
  const list = spans.map((span, n) => ({ traceId: 'a', id: String(n + 1), timestamp: 5, ...span }));
  return (await storedSpans(spansFromJson(JSON.stringify(list)))).spans;
}

async function one(span: object): Promise<StoredSpan> {
  const [first] = await stored(span);
  if (first === undefined) throw new Error('the span was refused');
  return first;
}

function shown(attributes: readonly Attribute[]): readonly string[] {
  return attributes.map(({ key, value }) => `${key}=${'value' in value ? String(value.value) : value.type}`);
}

describe('the status of a span', () => {
  it.each([
    [{}, 'UNSET '],
    [{ error: 'true' }, 'ERROR '],
    [{ error: '壊れた' }, 'ERROR  error=壊れた'],
    [{ error: '' }, 'ERROR  error='],
    [{ 'otel.status_code': 'STATUS_CODE_OK' }, 'OK '],
    [{ 'otel.status_code': 'STATUS_CODE_ERROR', 'otel.status_description': 'why' }, 'ERROR why'],
    [{ 'otel.status_code': 'constructor' }, 'UNSET '],
    [{ 'otel.status_description': 'why' }, 'UNSET  otel.status_description=why'],
  ])('with the tags %j is %s', async (tags, expected) => {
    const { status, attributes } = await one({ tags });
    expect([status.code, status.message, ...shown(attributes)].join(' ')).toBe(expected);
  });
});

it('has the kind that it says, or internal by its tag', async () => {
  const tags = { 'span.kind': 'internal' };
  expect(await one({ kind: 'CLIENT', tags })).toMatchObject({ kind: 'client', attributes: [{ key: 'span.kind' }] });
  expect(await one({ tags })).toMatchObject({ kind: 'internal', attributes: [] });
  expect(await one({ kind: 'constructor' })).toMatchObject({ kind: '' });
});

it('is no parent of its own', async () => {
  expect(await one({ id: 'b', parentId: 'b' })).toMatchObject({ parentSpanId: '0'.repeat(16) });
});

it('shows where it ran and whom it called', async () => {
  const { attributes, resource } = await one({
    localEndpoint: { serviceName: 'front', ipv4: '192.0.2.1', ipv6: '2001:DB8:0::1', port: 80 },
    remoteEndpoint: { serviceName: 'back', port: 5000 },
  });
  expect(resource.serviceName).toBe('front');
  expect(shown(attributes)).toEqual([
    'network.local.address=2001:db8::1',
    'net.host.port=80',
    'service.peer.name=back',
    'net.peer.port=5000',
  ]);
});

describe('an annotation', () => {
  it.each([
    ['text', 'text', []],
    ['two|parts', 'two|parts', []],
    ['three|plain|parts', 'three|plain|parts', []],
    ['name|{"a":"x","n":1,"d":1.5,"b":true,"o":{}}|2', 'name', ['a=x', 'n=1', 'd=1.5', 'b=true']],
    ['name|{"a":"x|y"}|0', 'name', ['a=x|y']],
    ['name|{"a":1}|many', 'name|{"a":1}|many', []],
  ])('%s is the event %s', async (value, name, attributes) => {
    const { events } = await one({ annotations: [{ timestamp: 7, value }] });
    expect(events).toMatchObject([{ name, atNanos: 7_000n }]);
    expect(shown(events[0]?.attributes ?? [])).toEqual(attributes);
  });
});

it('has the links that OpenTelemetry writes into tags', async () => {
  const traceId = 'ab'.repeat(16);
  const spanId = 'cd'.repeat(8);
  const { links, attributes } = await one({
    tags: { 'otlp.link.0': `${traceId}|${spanId}|a=b|{"k":"v|w"}|3`, 'otlp.link.1': 'no link', 'otlp.link.3': 'x' },
  });
  expect(links).toEqual([
    {
      traceId,
      spanId,
      traceState: 'a=b',
      flags: 0,
      attributes: [{ key: 'k', value: { type: 'string', value: 'v|w' } }],
      droppedAttributes: 3,
    },
  ]);
  expect(shown(attributes)).toEqual(['otlp.link.1=no link', 'otlp.link.3=x']);
});

it('shares what a span of its service says of the process', async () => {
  const localEndpoint = { serviceName: 'front' };
  const spans = await stored(
    { localEndpoint, tags: { 'otel.scope.name': 'lib', 'host.name': 'second' } },
    { localEndpoint, tags: { 'host.name': 'first', plain: '1' } },
    { tags: { 'host.name': 'nobody' } },
  );
  expect(spans.map(({ resource }) => [resource.serviceName, ...shown(resource.attributes)])).toEqual([
    ['front', 'host.name=first'],
    ['front', 'host.name=first'],
    ['missing-service-name', 'host.name=nobody'],
  ]);
  expect(spans.map(({ scope, attributes }) => [scope.name, ...shown(attributes)])).toEqual([
    ['lib'],
    ['', 'plain=1'],
    [''],
  ]);
});

it('is of the service that its tags name, before the one of its endpoint', async () => {
  const localEndpoint = { serviceName: 'front' };
  expect((await one({ localEndpoint, tags: { 'service.name': 'other' } })).resource.serviceName).toBe('other');
  const { resource, attributes } = await one({ localEndpoint, tags: { 'otlp.service.name.source': 'faas.name' } });
  expect([resource.serviceName, ...shown(resource.attributes), ...shown(attributes)]).toEqual([
    'missing-service-name',
    'faas.name=front',
  ]);
});

it('keeps the first thousand tags and says so', async () => {
  const tags = Object.fromEntries(Array.from({ length: 1_002 }, (_, n) => [`k${n}`, '']));
  const { attributes, warnings } = await one({ tags, duration: 1 });
  expect(attributes).toHaveLength(1_000);
  expect(warnings).toEqual(['kept the first 1000 of 1002 attributes']);
});

it('is refused where its trace id is zero', async () => {
  expect(await storedSpans(spansFromJson('[{"id":"1","traceId":"00"}]'))).toEqual({ spans: [], refused: 1 });
});
