import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import {
  ARROW_STREAM_TYPE,
  BUILD_HEADER,
  connectionAnswer,
  problemAnswer,
  type SliceInfo,
  sliceInfo,
} from '#core/api.ts';
import { encodeLegacyTrace } from '#core/jaeger/encode-legacy-trace.ts';
import type { LogLevel } from '#core/log.ts';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { legacyBody } from '#core/testing/legacy-body.ts';
import { type AppOptions, buildApp } from './app.ts';
import { KujiError } from './errors.ts';
import type { JaegerClient } from './jaeger-query/jaeger-client.ts';
import { legacyClient } from './jaeger-query/legacy/legacy-client.ts';
import { connectionOf } from './jaeger-query/testing/connection-of.ts';
import {
  answering,
  breakingAfter,
  failing,
  hangingAfter,
  silent,
  startFakeUpstream,
  type UpstreamBehaviour,
} from './jaeger-query/testing/fake-upstream.ts';
import { createMetrics } from './metrics/metrics.ts';

const TRACES = demoTraces({ seed: 1, traces: 20 });
const BODY = legacyBody(TRACES);
const START = 1_795_424_400_000_000;
const SPANS = `/api/spans?service=demo&start=${START}&end=${START + 3_600_000_000}`;

interface LogLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>> | undefined;
}

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** The server on an upstream that behaves so. */
async function start(
  behaviour: UpstreamBehaviour,
  options: Partial<AppOptions> & { readonly timeoutMillis?: number } = {},
) {
  const upstream = await startFakeUpstream(behaviour);
  cleanups.push(() => upstream.close());
  const lines: LogLine[] = [];
  const { timeoutMillis = 10_000, ...rest } = options;
  const app = await buildApp({
    about: { version: '1.2.3', jaeger: upstream.url.host, isEmbedded: false },
    connection: connectionOf(legacyClient({ fetch, baseUrl: upstream.url, timeoutMillis, maxBytes: 2 ** 24 })),
    log: (level, message, fields) => void lines.push({ level, message, fields }),
    ...rest,
  });
  cleanups.push(() => app.close());
  return { app, upstream, lines };
}

async function problemFrom(app: FastifyInstance, url: string, method: 'GET' | 'POST' = 'GET') {
  const answer = await app.inject({ url, method });
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  const problem = problemAnswer.parse(answer.json());
  expect(answer.statusCode).toBe(problem.status);
  return problem;
}

async function webRootOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'kuji-web-'));
  cleanups.push(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'assets'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(root, name), content);
  return root;
}

function sliceOf(bytes: Uint8Array): { readonly info: SliceInfo; readonly traces: number } {
  const { info, table } = decodeSlice(bytes);
  return { info: sliceInfo.parse(info), traces: table.traceCount };
}

describe('the API', () => {
  it('says what it is', async () => {
    const { app, upstream } = await start(silent);
    const answer = await app.inject('/api/about');
    expect(answer.json()).toEqual({ version: '1.2.3', jaeger: upstream.url.host, isEmbedded: false });
  });

  it('tells how it stands with Jaeger without asking it, and what an embedded one holds', async () => {
    const { app, upstream } = await start(silent);
    const status = { state: 'unknown', login: 'none', hasTenant: false, requests: 0, retries: 0 };
    const answer = connectionAnswer.parse((await app.inject('/api/connection')).json());
    expect(answer).toEqual({ address: 'http://jaeger.invalid', ...status });
    expect(upstream.requests).toEqual([]);
    const counts = { traces: 1, spans: 2, droppedTraces: 3, droppedSpans: 4, refusedSpans: 5, receivers: [] };
    const { app: embedded } = await start(silent, { embedded: () => counts });
    expect((await embedded.inject('/api/connection')).json()).toEqual({ ...answer, embedded: counts });
  });

  it('lists services by name, those of Jaeger itself last', async () => {
    const { app } = await start(answering(200, '{"data":["jaeger","zebra","demo","jaeger-all-in-one","apple"]}'));
    const answer = await app.inject('/api/services');
    expect(answer.json()).toEqual({ services: ['apple', 'demo', 'zebra', 'jaeger', 'jaeger-all-in-one'] });
  });

  it('lists operations by name, each once', async () => {
    const data = ['b', 'a', 'b'].map((name) => ({ name, spanKind: 'server' }));
    const { app } = await start(answering(200, JSON.stringify({ data })));
    expect((await app.inject('/api/operations?service=demo')).json()).toEqual({ operations: ['a', 'b'] });
  });

  it('answers a slice as an Arrow stream', async () => {
    const { app } = await start(answering(200, BODY));
    const answer = await app.inject(SPANS);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe(ARROW_STREAM_TYPE);
    const { info, traces } = sliceOf(answer.rawPayload);
    expect(traces).toBe(20);
    expect(info).toMatchObject({ state: 'complete', start: START, traces: 20, spans: 40, requests: 1 });
    expect(info.bytes).toBe(Buffer.byteLength(BODY));
  });

  it('keeps traces with a span that has the tags and the duration, and says who filtered', async () => {
    const { app, upstream } = await start(answering(200, BODY));
    const tags = encodeURIComponent('omikuji=凶');
    const answer = await app.inject(`${SPANS}&operation=%2Fomikuji&tags=${tags}&minDuration=500000&window=3600000001`);
    const { info, traces } = sliceOf(answer.rawPayload);
    const kyo = TRACES.filter((trace) => trace.spans.some((span) => span.events[0]?.attributes[0]?.value === '凶'));
    expect(traces).toBe(kyo.length);
    expect(traces).toBeGreaterThan(0);
    expect(info).toMatchObject({
      state: 'complete',
      tagsBy: 'jaeger',
      durationsBy: 'jaeger',
      requests: 3,
      start: START,
    });
    const sent = new URL(upstream.requests.at(-1) ?? '', upstream.url).searchParams;
    expect(sent.get('tags')).toBe('{"omikuji":"凶"}');
    expect(sent.get('minDuration')).toBe('500000us');

    // What the storage is was asked once.
    expect(sliceOf((await app.inject(`${SPANS}&minDuration=1`)).rawPayload).info.requests).toBe(1);
  });

  it.each([
    ['凶', 'has a key without a value: write key=value, or key="" for the empty value, at character 1'],
    ['a=b =凶', 'has a value without a key, at character 5'],
    ['a="b', 'has a quote that does not end, at character 3'],
    ['a=b a=c', 'has a key with two values, which no span can have at once, at character 5'],
  ])('refuses the tags %j', async (tags, message) => {
    const { app, upstream } = await start(answering(200, BODY));
    const problem = await problemFrom(app, `${SPANS}&tags=${encodeURIComponent(tags)}`);
    expect(problem).toMatchObject({ code: 'bad-request', fields: [{ name: 'tags', message }] });
    expect(upstream.requests).toEqual([]);
  });

  it('answers an empty slice for a service that Jaeger does not know', async () => {
    const { app } = await start(answering(200, '{"data":[],"errors":null}'));
    expect(sliceOf((await app.inject(SPANS)).rawPayload)).toMatchObject({ traces: 0, info: { state: 'complete' } });
  });

  it('keeps the good traces and names the one that cannot be read', async () => {
    const data = [...TRACES.slice(0, 2).map(encodeLegacyTrace), { traceID: 'bad', spans: 'none' }];
    const { app } = await start(answering(200, JSON.stringify({ data, errors: null })));
    const { info, traces } = sliceOf((await app.inject(SPANS)).rawPayload);
    expect(traces).toBe(2);
    expect(info.problems).toMatchObject([{ kind: 'unreadable-trace', traceId: 'bad'.padStart(32, '0') }]);
  });

  it.each([
    ['zstd', zstdDecompressSync],
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('compresses with %s where that is accepted', async (encoding, decompress) => {
    const { app } = await start(answering(200, BODY));
    const answer = await app.inject({ url: SPANS, headers: { 'accept-encoding': encoding } });
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(sliceOf(decompress(answer.rawPayload)).traces).toBe(20);
  });

  it('answers one trace as the model', async () => {
    const { app } = await start(answering(200, legacyBody(TRACES.slice(0, 1))));
    const id = TRACES[0]?.id ?? '';
    expect((await app.inject(`/api/traces/${id}`)).json()).toEqual({ trace: JSON.parse(JSON.stringify(TRACES[0])) });
  });

  it.each([
    ['/api/operations', 'service'],
    ['/api/operations?service=', 'service'],
    [`/api/operations?service=${'x'.repeat(1025)}`, 'service'],
    [`/api/spans?service=demo&start=${START}`, 'end'],
    [`/api/spans?service=demo&start=abc&end=${START}`, 'start'],
    [`/api/spans?service=demo&start=${START}&end=${START - 1}`, 'end'],
    [`${SPANS}&limit=1501`, 'limit'],
    [`${SPANS}&limit=999999999999`, 'limit'],
    [`${SPANS}&limit=0`, 'limit'],
    ['/api/traces/xyz', 'id'],
    [`/api/traces/${'a'.repeat(33)}`, 'id'],
  ])('refuses %s and names the parameter', async (url, field) => {
    const { app, upstream } = await start(silent);
    const problem = await problemFrom(app, url);
    expect(problem.code).toBe('bad-request');
    expect(problem.fields?.map(({ name }) => name)).toEqual([field]);
    expect(problem.fields?.[0]?.message).not.toBe('');
    expect(upstream.requests).toEqual([]);
  });

  it.each<[string, UpstreamBehaviour, string, number]>([
    ['fails', failing(500, 'no storage'), 'jaeger-failed', 502],
    ['refuses', answering(401, 'missing tenant header'), 'jaeger-refused', 502],
    ['is an old address', answering(404, '404 page not found\n'), 'jaeger-not-jaeger', 502],
    ['is a web page', answering(200, '<html>'), 'jaeger-not-jaeger', 502],
    ['redirects', answering(302, '', { location: 'https://login.example/' }), 'jaeger-not-jaeger', 502],
    ['sends broken JSON', answering(200, '{"data":[{]}'), 'jaeger-unreadable', 502],
    ['breaks off', breakingAfter(BODY.slice(0, 5000)), 'jaeger-unreadable', 502],
    ['sends half', answering(200, BODY.slice(0, 5000)), 'jaeger-unreadable', 502],
    ['is silent', silent, 'jaeger-timeout', 504],
    ['hangs in the middle', hangingAfter(BODY.slice(0, 5000)), 'jaeger-timeout', 504],
    ['closes the connection', (_request, response) => void response.destroy(), 'jaeger-unreachable', 502],
  ])('tells when Jaeger %s', async (_name, behaviour, code, status) => {
    const { app, lines } = await start(behaviour, { timeoutMillis: 150 });
    const problem = await problemFrom(app, SPANS);
    expect(problem).toMatchObject({ code, status });
    expect(lines.filter((line) => line.level === 'warn')).toMatchObject([{ fields: { code } }]);
  });

  it('tells a trace that is not there', async () => {
    const { app } = await start(failing(404, 'trace not found'));
    expect(await problemFrom(app, '/api/traces/ab')).toMatchObject({ code: 'trace-not-found', status: 404 });
  });

  it('draws a fortune only where there is an omikuji app', async () => {
    const { app: without } = await start(silent);
    expect(await problemFrom(without, '/api/draws', 'POST')).toMatchObject({ code: 'draw-unavailable' });
    const { app } = await start(silent, { draw: async () => ({ text: '運勢は[凶]です', traceId: 'a'.repeat(32) }) });
    const answer = await app.inject({ url: '/api/draws', method: 'POST' });
    expect(answer.json()).toEqual({ text: '運勢は[凶]です', traceId: 'a'.repeat(32) });
  });

  it('takes no uploads', async () => {
    const { app } = await start(silent, { draw: async () => ({ text: '', traceId: '' }) });
    const payload = { x: 'x'.repeat(2000) };
    expect((await app.inject({ url: '/api/draws', method: 'POST', payload })).json().code).toBe('bad-request');
  });

  it.each(['/api/nothing', '/nothing', '/trace/a/b', '/api/traces/%zz', '/../package.json', '/.env'])(
    'has nothing at %s',
    async (url) => {
      const { app } = await start(silent, { webRoot: await webRootOf({ 'index.html': 'page' }) });
      expect((await problemFrom(app, url)).status).toBeLessThan(500);
    },
  );

  it('tells a bug to the log and only that it is one to the outside', async () => {
    const services = () => Promise.reject(new TypeError('secret'));
    const { app, lines } = await start(silent, { connection: connectionOf({ ...clientOfNothing, services }) });
    const problem = await problemFrom(app, '/api/services');
    expect(problem).toMatchObject({ code: 'internal', status: 500 });
    expect(JSON.stringify(problem)).not.toMatch(/secret/);
    expect(lines.find((line) => line.level === 'error')?.fields?.error).toMatch(/TypeError: secret\n/);
  });

  it('makes six slices at once, lets 64 wait for their turn, and turns the next one away', async () => {
    const { app, upstream } = await start(silent, { timeoutMillis: 100 });
    const asked = Array.from({ length: 71 }, () => problemFrom(app, SPANS));
    expect(await Promise.race(asked)).toMatchObject({ code: 'overloaded', status: 503 });
    expect(upstream.requests.length).toBeLessThanOrEqual(6);
    const answers = await Promise.all(asked);
    expect(answers.filter((problem) => problem.code === 'overloaded')).toHaveLength(1);
    expect(answers.filter((problem) => problem.code === 'jaeger-timeout')).toHaveLength(70);
  });

  it('answers neither names that are not its own nor pages of other sites', async () => {
    const { app } = await start(answering(200, '{"data":[]}'));
    const ask = (headers: Record<string, string>) => app.inject({ url: '/api/services', headers });
    expect((await ask({ host: 'evil.example' })).json()).toMatchObject({ code: 'host-refused', status: 421 });
    expect((await ask({ origin: 'https://evil.example' })).json()).toMatchObject({ code: 'origin-refused' });
    expect((await ask({ host: '10.0.0.7:3000', origin: 'http://10.0.0.7:3000' })).statusCode).toBe(200);
  });

  it('answers so many requests of a client within a minute', async () => {
    const guard = { allowedHosts: [], trustedProxies: [], requestsPerMinute: 2 };
    const { app } = await start(answering(200, '{"data":[]}'), { guard });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await app.inject('/api/services')).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('hangs up on Jaeger when the browser leaves', async () => {
    const { app, upstream, lines } = await start(hangingAfter(BODY.slice(0, 5000)));
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const controller = new AbortController();
    const asked = fetch(`${address}${SPANS}`, { signal: controller.signal });
    while (upstream.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(asked).rejects.toThrow('aborted');
    await upstream.left;
    expect(lines.filter((line) => line.level !== 'info')).toEqual([]);
  });

  it('writes one line per request to the log', async () => {
    const { app, lines } = await start(answering(200, '{"data":[]}'));
    await app.inject('/api/services');
    await app.inject('/nothing?a=1');
    expect(lines).toMatchObject([
      { level: 'info', message: 'answered', fields: { method: 'GET', url: '/api/services', status: 200 } },
      { level: 'info', message: 'answered', fields: { method: 'GET', url: '/nothing?a=1', status: 404 } },
    ]);
  });

  it('tells an operator what it has answered and asked, by route and not by address', async () => {
    const metrics = createMetrics(undefined);
    const { app } = await start(answering(200, BODY), { metrics });
    await app.inject(SPANS);
    await app.inject('/nothing?a=1');
    const answer = await app.inject('/metrics');
    expect(answer.headers['content-type']).toMatch('text/plain');
    expect(answer.body).toMatch(/^kuji_http_requests_total\{method="GET",route="\/api\/spans",status="2xx"\} 1$/m);
    expect(answer.body).toMatch(/^kuji_http_requests_total\{method="GET",route="none",status="4xx"\} 1$/m);
    expect(answer.body).toMatch(/^kuji_spans_total 40$/m);
    expect(answer.body).not.toMatch(/demo/);
    expect((await (await start(silent)).app.inject('/metrics')).statusCode).toBe(404);
  });

  it('writes no more of an address to its log than fits, on one line', async () => {
    const { app, lines } = await start(answering(200, '{"data":[]}'));
    await app.inject(`/api/services?x=${'a'.repeat(1000)}`);
    expect(lines[0]?.fields?.url).toBe(`${`/api/services?x=${'a'.repeat(1000)}`.slice(0, 300)}…`);
  });

  it('is healthy, and ready without Jaeger, but not without its pages', async () => {
    const { app: bare } = await start(failing(500, 'no storage'));
    expect((await bare.inject('/healthz')).json()).toEqual({ status: 'ok' });
    const notReady = await bare.inject('/readyz');
    expect(notReady.statusCode).toBe(503);
    expect(notReady.json()).toMatchObject({ status: 'not-ready', web: false });
    const { app } = await start(failing(500, 'no storage'), { webRoot: await webRootOf({ 'index.html': 'page' }) });
    const ready = await app.inject('/readyz');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toMatchObject({ status: 'ready', web: true, jaeger: expect.stringMatching(/no storage/) });
  });

  it('describes itself in OpenAPI', async () => {
    const { app } = await start(silent);
    const document = (await app.inject('/openapi.json')).json();
    expect(document.openapi).toMatch(/^3\./);
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/about',
      '/api/connection',
      '/api/draws',
      '/api/operations',
      '/api/services',
      '/api/spans',
      '/api/traces/{id}',
      '/healthz',
      '/readyz',
    ]);
    const names = document.paths['/api/spans'].get.parameters.map((parameter: { name: string }) => parameter.name);
    expect(names.sort()).toEqual([
      'end',
      'limit',
      'maxDuration',
      'minDuration',
      'operation',
      'service',
      'start',
      'tags',
      'window',
    ]);
    expect(Object.keys(document.paths['/api/spans'].get.responses['200'].content)).toEqual([ARROW_STREAM_TYPE]);
  });
});

describe('the pages', () => {
  const PAGE = '<!doctype html><meta name="csp-nonce" content="__NONCE__"><style nonce="__NONCE__"></style>';

  it('carry a nonce of their own each time, the same in page and policy', async () => {
    const { app } = await start(silent, { webRoot: await webRootOf({ 'index.html': PAGE }) });
    const pages = [await app.inject('/'), await app.inject('/trace/abc?x=1')];
    const nonces = pages.map((page) => {
      const nonce = /'nonce-([^']+)'/.exec(String(page.headers['content-security-policy']))?.[1] ?? '';
      expect(page.body).toBe(PAGE.replaceAll('__NONCE__', nonce));
      expect(page.headers['cache-control']).toBe('no-cache');
      return nonce;
    });
    expect(nonces[0]).toMatch(/^.{20,}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('allow nothing from elsewhere, nor do answers of the API', async () => {
    const { app } = await start(silent, { webRoot: await webRootOf({ 'index.html': PAGE }) });
    const page = String((await app.inject('/')).headers['content-security-policy']);
    expect(page.replace(/ 'nonce-[^']+'/, '')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const { headers } = await app.inject('/api/about');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toMatch(/style-src 'self';/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('come with files that are kept for ever if hashed, and compressed as the build has left them', async () => {
    const script = 'export const a = 1;'.repeat(100);
    const webRoot = await webRootOf({
      'index.html': PAGE,
      'favicon.svg': '<svg/>',
      'assets/app-12345678.js': script,
      'assets/app-12345678.js.br': brotliCompressSync(script),
    });
    const { app } = await start(silent, { webRoot });
    const url = '/assets/app-12345678.js';
    const answer = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    });
    expect(answer.headers['content-type']).toMatch('javascript');
    expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(script);
    expect((await app.inject(url)).body).toBe(script);
    expect((await app.inject('/favicon.svg')).headers['cache-control']).toBe('no-cache');
    expect((await app.inject('/index.html')).statusCode).toBe(404);
  });

  it('of another version are not there, which nobody keeps in mind', async () => {
    const { app } = await start(silent, { webRoot: await webRootOf({ 'index.html': PAGE }) });
    const { headers } = await app.inject('/assets/app-87654321.js');
    expect(headers['cache-control']).toBe('no-store');
    expect(await problemFrom(app, '/assets/app-87654321.js')).toMatchObject({ code: 'not-found' });
  });

  it('are told their build, and so is whoever gets an answer or a refusal', async () => {
    const buildOf = async (html: string): Promise<string> => {
      const { app } = await start(silent, { webRoot: await webRootOf({ 'index.html': html }) });
      const [page, ...others] = await Promise.all(
        ['/', '/api/about', '/api/not-there', '/api/operations'].map((url) => app.inject(url)),
      );
      const build = /content="(\w+)"/.exec(page!.body)?.[1] ?? '';
      expect(others.map(({ statusCode }) => statusCode)).toEqual([200, 404, 400]);
      for (const { headers } of others) expect(headers[BUILD_HEADER]).toBe(build);
      return build;
    };
    const meta = '<meta name="kuji-build" content="__BUILD__">';
    const build = await buildOf(meta);
    expect(build).toMatch(/^[0-9a-f]{16}$/);
    expect(await buildOf(meta)).toBe(build);
    expect(await buildOf(`${meta}<script src="/assets/app-87654321.js"></script>`)).not.toBe(build);
  });

  it('are named as what is missing where they are not built', async () => {
    const { app } = await start(silent, { webRoot: join(tmpdir(), 'kuji-not-there') });
    expect(await problemFrom(app, '/')).toMatchObject({ code: 'not-found', advice: 'Run: npm run build' });
  });
});

describe('errors out of the catalogue', () => {
  it('pass through a handler as they are', async () => {
    const draw = () => Promise.reject(new KujiError('draw-unavailable', 'The omikuji app is away.'));
    const { app } = await start(silent, { draw });
    expect((await problemFrom(app, '/api/draws', 'POST')).detail).toBe('The omikuji app is away.');
  });
});

const unused = () => Promise.reject(new Error('not asked'));
const clientOfNothing: JaegerClient = { services: unused, operations: unused, search: unused, trace: unused };
