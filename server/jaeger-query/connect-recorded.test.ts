import { afterEach, describe, expect, it } from 'vitest';
import type { Trace } from '#core/trace/trace.ts';
import { unixMicros } from '#core/units.ts';
import { connect } from './connect.ts';
import type { TraceSearch } from './jaeger-client.ts';
import { readSlice } from './slice/read-slice.ts';
import { gathering } from './testing/gathering.ts';
import type { RecordedLoad } from './testing/recorded-composition.ts';
import { startRecordedJaeger } from './testing/recorded-jaeger.ts';
import { walkSlices } from './testing/walk-slices.ts';
import { NO_RETRY } from './upstream/retry.ts';

const VERSIONS = ['2.20', 'main'] as const;
type Version = (typeof VERSIONS)[number];

const idle = new AbortController().signal;
const RANGE: TraceSearch = {
  service: 'demo',
  operation: undefined,
  tags: [],
  minDuration: undefined,
  maxDuration: undefined,
  start: unixMicros(1_795_424_000_000_000),
  end: unixMicros(1_795_427_777_000_000),
  limit: 500,
};
/** Of the captures of the article's app. */
const CAPTURED = { ...RANGE, start: unixMicros(1_795_461_200_000_000), end: unixMicros(1_795_461_500_000_000) };

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(version: Version, load: RecordedLoad = 'loaded') {
  const jaeger = await startRecordedJaeger(version, { load });
  cleanups.push(jaeger.close);
  const connection = connect({
    fetch,
    baseUrl: new URL(jaeger.url),
    timeoutMillis: 10_000,
    maxBytes: 2 ** 22,
    maxRequests: 4,
    retry: NO_RETRY,
    isEmbedded: false,
    log: () => undefined,
    clock: () => 0,
  });
  cleanups.push(() => connection.close());
  const { client, storage } = connection;
  return {
    jaeger,
    connection,
    client,
    slice: (search: Partial<TraceSearch> = {}) => readSlice(client, { ...RANGE, ...search }, { storage, signal: idle }),
    async traces(search: Partial<TraceSearch> = {}): Promise<readonly Trace[]> {
      const found = gathering();
      await client.search({ ...RANGE, ...search }, found.listener, idle);
      expect(found.problems).toEqual([]);
      return found.traces.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}

const pathOf = (request: string) => request.replace(/\?.*/, '');
const shortIds = (ids: Iterable<string>) => [...ids].map((id) => id.slice(-4)).sort();

describe('a connection to what was recorded', () => {
  it('asks 2.20 in the legacy dialect, without a detour', async () => {
    const { jaeger, connection, slice } = await start('2.20');
    expect(await connection.look(idle)).toMatchObject({ dialect: 'legacy', state: 'answers' });
    await slice();
    expect(jaeger.requests.map(pathOf).filter((path) => path !== '/')).toEqual(['/api/services', '/api/traces']);
    expect(jaeger.unanswered).toEqual([]);
  });

  it('asks main in v3, and only once for what main no longer has', async () => {
    const { jaeger, connection, client, slice } = await start('main');
    expect(await connection.look(idle)).toMatchObject({ dialect: 'v3', state: 'answers' });
    expect(jaeger.requests.map(pathOf).filter((path) => path !== '/')).toEqual([
      '/api/services',
      '/api/v3/services',
      '/api/v3/traces',
    ]);
    await client.services(idle);
    await client.operations('demo', idle);
    await slice({ tags: [{ key: 'omikuji', value: '凶' }] });
    await client.trace('ab', idle);
    expect(jaeger.requests.filter((path) => path.startsWith('/api/') && !path.startsWith('/api/v3/'))).toHaveLength(1);
    const search = jaeger.requests.findLast((path) => path.startsWith('/api/v3/traces?')) ?? '';
    expect(Object.fromEntries(new URL(search, jaeger.url).searchParams)).toMatchObject({
      'query.serviceName': 'demo',
      'query.attributes': '{"omikuji":"凶"}',
    });
    expect(jaeger.unanswered).toEqual([]);
  });

  it('goes on by itself when main takes the place of 2.20', async () => {
    const { jaeger, connection, slice } = await start('2.20');
    const before = await slice();
    const asked = jaeger.requests.length;
    jaeger.become('main');
    const after = await slice();
    expect(after.info).toMatchObject({ state: 'complete', traces: before.info.traces });
    expect([...after.table.traceIds].sort()).toEqual([...before.table.traceIds].sort());
    expect(connection.status()).toMatchObject({ dialect: 'v3', state: 'answers' });
    await slice();
    const refused = jaeger.requests.slice(asked).filter((path) => /^\/api\/(?!v3\/)/.test(path));
    // The question that was refused, and the one that found out why.
    expect(refused.map(pathOf)).toEqual(['/api/traces', '/api/services']);
    expect(jaeger.unanswered).toEqual([]);
  });
});

describe.each(VERSIONS)('what Jaeger %s was recorded to hold', (version) => {
  it('is listed', async () => {
    const { client, jaeger } = await start(version);
    expect((await client.services(idle)).toSorted()).toEqual([
      ...['a/b c?d&é', 'back', 'demo', 'dup', 'dup-client', 'dup-server', 'durations', 'empty-service-name', 'front'],
      ...['jaeger', 'kinds', 'late', 'links', 'many', 'missing-service-name', 'names', 'odd'],
      ...['service-name-wrong-type', 'short-id', 'skew', 'skew-nohost', 'skew-other', 'types-サービス', 'worker'],
    ]);
    expect([...new Set(await client.operations('demo', idle))].sort()).toEqual(['/handler', '/omikuji']);
    expect(await client.operations('nobody', idle)).toEqual([]);
    expect(jaeger.unanswered).toEqual([]);
  });

  it('is read completely, in one slice or in many', async () => {
    const { client, slice, jaeger } = await start(version);
    const { info, table } = await slice();
    expect(info).toMatchObject({ state: 'complete', traces: 3 });
    expect(shortIds(table.traceIds)).toEqual(['0001', '0002', '0003']);
    const many = await walkSlices(client, { ...RANGE, service: 'many', limit: 4 });
    expect(many.infos.every(({ state }) => state === 'complete')).toBe(true);
    expect(new Set(many.ids).size).toBe(10);
    expect((await slice({ service: 'nobody' })).info).toMatchObject({ state: 'complete', traces: 0 });
    expect(jaeger.unanswered).toEqual([]);
  });

  it('is found by an attribute of an event, and by duration', async () => {
    const { slice, jaeger } = await start(version);
    const kyo = await slice({ tags: [{ key: 'omikuji', value: '凶' }] });
    expect(shortIds(kyo.table.traceIds)).toEqual(['0001']);
    const long = await slice({ minDuration: 1_000_000 });
    expect(shortIds(long.table.traceIds)).toEqual(['0001']);
    expect(jaeger.unanswered).toEqual([]);
  });

  it('is told by id, in any length of it, or said not to be there', async () => {
    const { client, jaeger } = await start(version);
    expect((await client.trace('5af7183fb1d4cf5f0000000000000001', idle)).spans).toHaveLength(2);
    expect((await client.trace('00ab', idle)).id).toBe('000000000000000000000000000000ab');
    await expect(client.trace('0123456789abcdef', idle)).rejects.toMatchObject({ code: 'trace-not-found' });
    expect(jaeger.unanswered).toEqual([]);
  });

  it('is empty before anything came', async () => {
    const { client, slice, jaeger } = await start(version, 'empty');
    expect(await client.services(idle)).toEqual([]);
    expect((await slice()).info).toMatchObject({ state: 'complete', traces: 0 });
    expect(jaeger.unanswered).toEqual([]);
  });
});

describe('the captures of the article’s app', () => {
  it.each(['udp', 'http'] as const)('are read as they came over %s', async (load) => {
    const { slice, jaeger } = await start('2.20', load);
    const all = await slice(CAPTURED);
    const kyo = await slice({ ...CAPTURED, tags: [{ key: 'omikuji', value: '凶' }] });
    expect([all.info.traces, kyo.info.traces]).toEqual([60, load === 'udp' ? 8 : 13]);
    expect(jaeger.unanswered).toEqual([]);
  });

  it('were not recorded whole on main, which is said and not guessed', async () => {
    const { client, jaeger } = await start('main', 'udp');
    await expect(client.services(idle)).rejects.toMatchObject({ detail: expect.stringMatching(/not recorded/) });
    const search = 'query.service_name=demo&query.num_traces=200&query.start_time_min=2026-11-23T19:15:00Z';
    const answer = await fetch(`${jaeger.url}/api/v3/traces?${search}&query.start_time_max=2026-11-23T19:16:40Z`);
    expect(answer.status).toBe(501);
    expect(jaeger.unanswered).toHaveLength(2);
  });
});

describe('2.20 in its dialect and main in its own', () => {
  it('tell the same traces', async () => {
    const [legacy, v3] = await Promise.all(VERSIONS.map((version) => start(version)));
    const services = await legacy!.client.services(idle);
    expect((await v3!.client.services(idle)).toSorted()).toEqual(services.toSorted());
    const ids = new Set<string>();
    // Jaeger traces itself, and its own traces were not asked for.
    for (const service of services.filter((name) => name !== 'jaeger')) {
      const traces = await v3!.traces({ service });
      expect(traces, service).toEqual(await legacy!.traces({ service }));
      for (const { id } of traces) ids.add(id);
    }
    expect(ids.size).toBe(37);
    expect([legacy!.jaeger.unanswered, v3!.jaeger.unanswered]).toEqual([[], []]);
  });
});
