import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { connectionAnswer } from '#core/api.ts';
import { unixMicros } from '#core/units.ts';
import { type ConnectOptions, connect } from './connect.ts';
import { type JaegerVersion, jaegerOf, startFakeJaeger } from './testing/fake-jaeger.ts';
import { answering, failing, hangingAfter, silent } from './testing/fake-upstream.ts';
import { NO_RETRY } from './upstream/retry.ts';

const idle = new AbortController().signal;
const NOW = 1_795_424_400_000;

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(version: JaegerVersion, options: Partial<ConnectOptions> = {}, base = '') {
  const jaeger = await startFakeJaeger(version, base);
  cleanups.push(() => jaeger.close());
  const lines: string[] = [];
  const connection = connect({
    fetch,
    baseUrl: jaeger.url,
    timeoutMillis: 10_000,
    maxBytes: 2 ** 20,
    maxRequests: 4,
    retry: NO_RETRY,
    isEmbedded: false,
    log: (level, message) => void lines.push(`${level} ${message}`),
    clock: () => NOW,
    ...options,
  });
  cleanups.push(() => connection.close());
  const status = () => connectionAnswer.parse(connection.status());
  return { jaeger, connection, client: connection.client, lines, status };
}

const SEARCH = {
  service: 'demo',
  operation: undefined,
  start: unixMicros(1),
  end: unixMicros(2_000_000),
  limit: 10,
  tags: [],
  minDuration: undefined,
  maxDuration: undefined,
};
const listener = { onTrace: () => undefined, onUnreadable: () => undefined, onBytes: () => undefined };

const isApi = (path: string) => path.includes('/api/');
const pathOf = (request: string) => request.replace(/\?.*/, '');

describe('the dialect', () => {
  it.each([
    ['1.48', 'legacy', ['/api/services']],
    ['2.20', 'legacy', ['/api/services']],
    ['2.21', 'v3', ['/api/services', '/api/v3/services', '/api/v3/traces']],
  ] as const)(
    'of %s is found to be %s, by the first question itself where that lists services',
    async (version, dialect, asked) => {
      const { jaeger, connection, client, status } = await start(version);
      expect(await client.services(idle)).toEqual(['demo']);
      expect(jaeger.requests.filter(isApi).map(pathOf)).toEqual(asked);
      expect(status().dialect).toBe(dialect);
      expect((await connection.look(idle)).version).toBe(`v${version}.0`);
      await client.search(SEARCH, listener, idle);
      const search = dialect === 'legacy' ? '/api/traces' : '/api/v3/traces';
      expect(pathOf(jaeger.requests.at(-1) ?? '')).toBe(search);
    },
  );

  it('is found where there is no service yet, however that is said', async () => {
    const { jaeger, client, status } = await start('1.48');
    jaeger.become(answering(200, '{"data":null,"total":0,"limit":0,"offset":0,"errors":null}'));
    expect(await client.services(idle)).toEqual([]);
    expect(status().dialect).toBe('legacy');
    const later = await start('2.21');
    const answer = jaegerOf('2.21');
    const nothing = answering(200, '{}', { 'content-type': 'text/plain; charset=utf-8' });
    later.jaeger.become((request, response) =>
      (request.url === '/api/v3/services' ? nothing : answer)(request, response),
    );
    expect(await later.client.services(idle)).toEqual([]);
    expect(later.status().dialect).toBe('v3');
  });

  it.each(['/jaeger', '/tools/tracing/jaeger'])('is found below the base path %s', async (base) => {
    for (const version of ['1.76', '2.21'] as const) {
      const { client, status, jaeger } = await start(version, {}, base);
      expect(await client.services(idle)).toEqual(['demo']);
      expect(status().address).toBe(`${jaeger.url.origin}${base}`);
      expect(jaeger.requests.every((path) => path.startsWith(`${base}/`))).toBe(true);
    }
  });

  it('is the same with and without a slash behind the base path', async () => {
    const jaeger = await startFakeJaeger('1.76', '/jaeger');
    cleanups.push(() => jaeger.close());
    for (const path of ['/jaeger', '/jaeger/']) {
      const { client } = await start('1.76', { baseUrl: new URL(path, jaeger.url) });
      expect(await client.services(idle)).toEqual(['demo']);
    }
  });

  it.each(['1.76', '2.20'] as const)(
    'of %s is not found where the base path is missing, and that is said',
    async (version) => {
      const jaeger = await startFakeJaeger(version, '/jaeger');
      cleanups.push(() => jaeger.close());
      const { client, status } = await start(version, { baseUrl: new URL('/', jaeger.url) });
      await expect(client.services(idle)).rejects.toMatchObject({
        code: 'jaeger-not-jaeger',
        advice: expect.stringMatching(/base path/),
      });
      expect(status()).toMatchObject({ state: 'fails', lastError: { code: 'jaeger-not-jaeger', at: NOW * 1000 } });
      expect(status().dialect).toBeUndefined();
    },
  );

  it.each([
    [failing(503, 'starting'), 'jaeger-failed'],
    [answering(401, 'missing tenant header'), 'jaeger-refused'],
    [failing(500, 'no storage'), 'jaeger-failed'],
  ])('is not guessed from a failure', async (behaviour, code) => {
    const { jaeger, client, status } = await start('2.21');
    jaeger.become(behaviour);
    await expect(client.operations('demo', idle)).rejects.toMatchObject({ code });
    expect(status().dialect).toBeUndefined();
    jaeger.become(jaegerOf('2.21'));
    expect(await client.operations('demo', idle)).toEqual([]);
    expect(status()).toMatchObject({ dialect: 'v3', state: 'answers' });
  });

  it('is not asked for where https is wanted, and that is said', async () => {
    const { jaeger, client } = await start('2.20');
    jaeger.become(answering(400, 'Client sent an HTTP request to an HTTPS server.\n'));
    await expect(client.services(idle)).rejects.toMatchObject({
      code: 'jaeger-not-jaeger',
      advice: expect.stringMatching(/must begin with https:\/\//),
    });
  });

  it('of a v3 that is starting is not taken for something else', async () => {
    const { jaeger, client } = await start('2.21');
    jaeger.become((request, response) =>
      (request.url?.startsWith('/api/v3') ? failing(503, 'starting') : answering(404, '404 page not found\n'))(
        request,
        response,
      ),
    );
    await expect(client.services(idle)).rejects.toMatchObject({ code: 'jaeger-failed' });
  });

  it('is asked once for all who come at the same time', async () => {
    const { jaeger, client } = await start('2.21');
    await Promise.all([client.services(idle), client.services(idle), client.operations('demo', idle)]);
    expect(jaeger.requests.filter((path) => path === '/api/services')).toHaveLength(1);
    expect(jaeger.requests.filter((path) => path === '/api/v3/services')).toHaveLength(1);
  });

  it('is found out for the others when one leaves, and no longer asked when all have left', async () => {
    const { jaeger, client } = await start('1.76');
    jaeger.become(silent);
    const leaving = [new AbortController(), new AbortController()];
    const asked = leaving.map(({ signal }) => client.services(signal));
    leaving[0]?.abort(new Error('gone'));
    await expect(asked[0]).rejects.toThrow('gone');
    while (jaeger.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    leaving[1]?.abort(new Error('gone, too'));
    await expect(asked[1]).rejects.toThrow('gone, too');
    await jaeger.left;
    jaeger.become(jaegerOf('1.76'));
    expect(await client.services(idle)).toEqual(['demo']);
    expect(jaeger.requests.filter(isApi)).toHaveLength(2);
  });
});

describe('another version in the same place', () => {
  it.each([
    ['2.20', '2.21', 'v3'],
    ['1.76', '2.21', 'v3'],
    ['2.21', '1.76', 'legacy'],
    ['2.21', '1.48', 'legacy'],
  ] as const)(
    '%s → %s is asked in its own way, within the question that found it out',
    async (before, after, dialect) => {
      const { jaeger, client, connection, lines, status } = await start(before);
      await connection.look(idle);
      connection.storage.countsEnds = true;
      jaeger.become(jaegerOf(after));
      const search = client.search(SEARCH, listener, idle);
      await expect(search).resolves.toBeDefined();
      expect(status()).toMatchObject({ dialect, state: 'answers' });
      expect(connection.storage.countsEnds).toBeUndefined();
      expect(lines).toEqual(['info another Jaeger answers now']);
      await expect.poll(() => status().version).toBe(`v${after}.0`);
    },
  );

  it('is still asked as before where both can be asked so', async () => {
    const { jaeger, client, status } = await start('2.21');
    await client.services(idle);
    jaeger.become(jaegerOf('2.20'));
    await client.search(SEARCH, listener, idle);
    expect(status()).toMatchObject({ dialect: 'v3', state: 'answers' });
  });

  it('is noticed after it could not be reached, with its version', async () => {
    const { jaeger, client, connection, status } = await start('1.48');
    await connection.look(idle);
    connection.storage.countsEnds = true;
    jaeger.become((request) => request.socket.destroy());
    await expect(client.services(idle)).rejects.toMatchObject({ code: 'jaeger-unreachable' });
    jaeger.become(jaegerOf('1.76'));
    await connection.look(idle);
    expect(status()).toMatchObject({ version: 'v1.76.0', state: 'answers' });
    expect(connection.storage.countsEnds).toBeUndefined();
  });

  it('is not suspected because one path is gone: the fault is told as it is', async () => {
    const { jaeger, client } = await start('1.76');
    await client.services(idle);
    jaeger.become((request, response) => {
      const behaviour = request.url?.startsWith('/api/traces') ? answering(404, 'no such page') : jaegerOf('1.76');
      behaviour(request, response);
    });
    await expect(client.search(SEARCH, listener, idle)).rejects.toMatchObject({ code: 'jaeger-not-jaeger' });
    expect(await client.services(idle)).toEqual(['demo']);
  });
});

describe('the status', () => {
  it('asks nothing, and knows nothing before there was a question', async () => {
    const { jaeger, status } = await start('1.76');
    expect(status()).toEqual({
      address: jaeger.url.origin,
      state: 'unknown',
      login: 'none',
      hasTenant: false,
      requests: 0,
      retries: 0,
    });
    expect(jaeger.requests).toEqual([]);
  });

  it('counts, and keeps the last error beside the last answer', async () => {
    const { jaeger, client, connection, status } = await start('1.76', {
      retry: { retries: 1, random: () => 0, sleep: async () => undefined },
    });
    await connection.look(idle);
    jaeger.become(answering(502, 'bad gateway'));
    await expect(client.services(idle)).rejects.toMatchObject({ code: 'jaeger-failed' });
    jaeger.become(jaegerOf('1.76'));
    await client.services(idle);
    expect(status()).toMatchObject({
      state: 'answers',
      requests: 5,
      retries: 1,
      lastAnswerAt: NOW * 1000,
      lastError: { code: 'jaeger-failed', at: NOW * 1000 },
    });
    expect(jaeger.requests).toHaveLength(5);
  });

  it('takes a trace that is not there, or cannot be written, for an answer, and one who leaves for nothing', async () => {
    const { jaeger, client, status } = await start('1.76');
    await expect(client.trace('ab', idle)).rejects.toMatchObject({ code: 'trace-not-found' });
    expect(status().state).toBe('answers');
    jaeger.become(failing(500, 'json: unsupported value: NaN'));
    await expect(client.search(SEARCH, listener, idle)).rejects.toMatchObject({ isUnserialisable: true });
    expect(status()).toMatchObject({ state: 'answers', dialect: 'legacy' });
    jaeger.become(hangingAfter('{"data":['));
    const leaving = new AbortController();
    const asked = client.services(leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    expect(status().lastError).toBeUndefined();
  });

  it('tells of the storage what slices have learnt', async () => {
    const { connection, status } = await start('1.76');
    expect(status().storage).toBeUndefined();
    connection.storage.countsEnds = false;
    expect(status().storage).toBe('cassandra');
    connection.storage.countsEnds = true;
    expect(status().storage).toBe('not-cassandra');
  });

  it('of the embedded Jaeger is memory, and its version is not asked for', async () => {
    const { jaeger, connection } = await start('2.20', { isEmbedded: true });
    expect(await connection.look(idle)).toMatchObject({ storage: 'memory', dialect: 'legacy' });
    expect(jaeger.requests).toEqual(['/api/services']);
  });

  it.each([
    ['no page', answering(404, '404 page not found\n')],
    ['another page', answering(200, '<html>')],
    ['a page that is not filled in', answering(200, '<script>const JAEGER_VERSION = DEFAULT_VERSION;</script>')],
    ['a build of one’s own', answering(200, 'JAEGER_VERSION = {"gitCommit":"","gitVersion":"","buildDate":""};')],
    ['a version that is none', answering(200, 'JAEGER_VERSION = {"gitVersion":"<b>x</b>"};')],
    ['broken JSON', answering(200, 'JAEGER_VERSION = {gitVersion};')],
    ['a failure', failing(500, 'no')],
  ])('names no version for %s', async (_name, page) => {
    const { jaeger, connection } = await start('1.76');
    const answer = jaegerOf('1.76');
    jaeger.become((request, response) => (request.url === '/' ? page : answer)(request, response));
    expect(await connection.look(idle)).not.toHaveProperty('version');
    expect(connection.status()).toMatchObject({ state: 'answers', dialect: 'legacy' });
  });
});

describe('requests at the same time', () => {
  it('are at most so many, over their whole body, and nobody waits for ever', async () => {
    const { jaeger, client } = await start('1.76', { maxRequests: 2, isEmbedded: true });
    await client.services(idle);
    let open = 0;
    let most = 0;
    const held: ServerResponse[] = [];
    jaeger.become((_request, response) => {
      most = Math.max(most, ++open);
      response.once('finish', () => open--);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"data":[');
      held.push(response);
      // Two that are read at the same time, or this never ends.
      if (held.length === 2) for (const each of held.splice(0)) each.end('],"errors":null}');
    });
    await Promise.all(Array.from({ length: 20 }, () => client.search(SEARCH, listener, idle)));
    expect(most).toBe(2);
    expect(jaeger.requests).toHaveLength(21);
  });

  it('one: a dialect that changes meanwhile is found out all the same', async () => {
    const { jaeger, client } = await start('2.20', { maxRequests: 1 });
    await client.services(idle);
    jaeger.become(jaegerOf('2.21'));
    await Promise.all(Array.from({ length: 5 }, () => client.search(SEARCH, listener, idle)));
    expect(jaeger.requests.filter((path) => path === '/api/v3/services')).toHaveLength(1);
  });
});
