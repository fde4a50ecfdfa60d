import { afterEach, describe, expect, it } from 'vitest';
import { type AllInOne, startAllInOne } from './all-in-one/start-all-in-one.ts';
import { buildApp } from './app.ts';
import { FREE_PORTS } from './faults/testing/free-ports.ts';
import { startKujiProcess } from './faults/testing/kuji-process.ts';
import { PROCESS_TEST_MILLIS } from './faults/testing/process-test-millis.ts';
import { spansUrl, startedKuji } from './faults/testing/started-kuji.ts';
import { connect } from './jaeger-query/connect.ts';
import {
  answering,
  type FakeUpstream,
  failing,
  silent,
  startFakeUpstream,
  type UpstreamBehaviour,
} from './jaeger-query/testing/fake-upstream.ts';
import { type StoredSpan, storedSpans } from './jaeger-query/testing/stored-spans.ts';
import { NO_RETRY } from './jaeger-query/upstream/retry.ts';
import { startTracing } from './tracing/start-tracing.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startJaeger(): Promise<AllInOne> {
  const jaeger = await startAllInOne({ host: '127.0.0.1', queryPort: 0, otlpHttpPort: 0, log: () => undefined });
  cleanups.push(() => jaeger.close());
  return jaeger;
}

async function startUpstream(behaviour: UpstreamBehaviour): Promise<FakeUpstream> {
  const upstream = await startFakeUpstream(behaviour);
  cleanups.push(() => upstream.close());
  return upstream;
}

async function startKuji(env: Readonly<Record<string, string>>) {
  const kuji = await startedKuji(env);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= kuji.close();
    return closing;
  };
  cleanups.push(close);
  return { ...kuji, close };
}

const isRoot = ({ parentId }: StoredSpan) => parentId === undefined;
const services = answering(200, '{"data":["demo"]}');

describe('Kuji', () => {
  it('finds a trace of itself in the Jaeger that it reads: the request, and beneath it what Jaeger was asked', async () => {
    const jaeger = await startJaeger();
    const kuji = await startKuji({ JAEGER_QUERY_URL: jaeger.queryUrl, OTEL_EXPORTER_OTLP_ENDPOINT: jaeger.otlpUrl });
    const askOthers = async () => {
      for (const path of ['/healthz', '/readyz', '/metrics', '/', '/api/nothing']) {
        await (await fetch(`${kuji.origin}${path}`)).bytes();
      }
    };
    await askOthers();
    const headers = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
    expect((await fetch(spansUrl(kuji.origin, 'a-pasted-secret'), { headers })).status).toBe(200);
    expect((await fetch(`${kuji.origin}/api/operations?service=a-pasted-secret`)).status).toBe(200);
    await askOthers();
    await kuji.close();

    const spans = await storedSpans(jaeger.queryUrl, 'kuji');
    const roots = spans.filter(isRoot);
    expect(roots.map(({ name }) => name)).toEqual(['GET /api/spans', 'GET /api/operations']);
    expect(spans.length).toBe(4);
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(2);
    expect(roots[0]?.traceId).not.toBe('0af7651916cd43dd8448eb211c80319c');
    expect(roots[0]?.tags).toMatchObject({
      'span.kind': 'server',
      'http.request.method': 'GET',
      'http.route': '/api/spans',
      'url.path': '/api/spans',
      'url.scheme': 'http',
      'http.response.status_code': 200,
    });
    expect(roots[0]?.resource).toMatchObject({ 'service.name': 'kuji', 'service.version': '1' });

    const children = spans.filter(({ parentId, traceId }) => parentId !== undefined && traceId === roots[0]?.traceId);
    // Which dialect it is was asked by `/readyz`, of which there is no trace.
    expect(children.map(({ name }) => name)).toEqual(['GET /api/traces']);
    for (const { parentId, start, end, tags } of children) {
      expect(parentId).toBe(roots[0]?.id);
      expect(start).toBeGreaterThanOrEqual(roots[0]?.start ?? Infinity);
      expect(end).toBeLessThanOrEqual(roots[0]?.end ?? 0);
      expect(tags).toMatchObject({
        'span.kind': 'client',
        'http.request.method': 'GET',
        'server.address': '127.0.0.1',
        'server.port': jaeger.queryPort,
        'url.path': '/api/traces',
        'url.template': '/api/traces',
        'http.response.status_code': 200,
        'kuji.dialect': 'legacy',
        'kuji.result': 'ok',
      });
    }
    expect(JSON.stringify(spans)).not.toMatch(/a-pasted-secret|error/);
  });

  it('gives no request the questions of another, though they wait in one queue', async () => {
    const collector = await startJaeger();
    const noTrace = failing(404, 'trace not found');
    const sent: string[] = [];
    const upstream = await startUpstream((request, response) => {
      sent.push(...Object.keys(request.headers));
      (request.url?.startsWith('/api/traces/') ? noTrace : services)(request, response);
    });
    const kuji = await startKuji({
      JAEGER_QUERY_URL: upstream.url.href,
      KUJI_UPSTREAM_REQUESTS: '1',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.otlpUrl,
    });
    const paths = Array.from({ length: 20 }, (_, index) => `/api/traces/${(0xab00 + index).toString(16)}`);
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${kuji.origin}${path}`)).status));
    expect(new Set(statuses)).toEqual(new Set([404]));
    await kuji.close();
    expect(sent).toContain('accept');
    expect(sent).not.toContain('traceparent');

    const spans = await storedSpans(collector.queryUrl, 'kuji');
    const lookups = spans.filter(({ name }) => name === 'GET /api/traces/{id}');
    expect(lookups.map(({ tags }) => tags['url.path']).toSorted()).toEqual(paths);
    for (const lookup of lookups) {
      const parent = spans.find(({ id }) => id === lookup.parentId);
      expect([parent?.traceId, parent?.name]).toEqual([lookup.traceId, 'GET /api/traces/:id']);
      expect(parent?.tags['url.path']).toBe(lookup.tags['url.path']);
      expect(lookup.tags).toMatchObject({ 'kuji.result': 'trace-not-found', 'error.type': 'trace-not-found' });
      expect(parent?.tags).not.toHaveProperty('error');
    }
  });

  it('tells of failures: what it answered, what came of the question, and how often it was asked', async () => {
    const collector = await startJaeger();
    const upstream = await startUpstream(answering(503, 'starting', { 'retry-after': '0' }));
    const kuji = await startKuji({
      JAEGER_QUERY_URL: upstream.url.href,
      KUJI_UPSTREAM_RETRIES: '1',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.otlpUrl}/v1/traces`,
      OTEL_SERVICE_NAME: 'kuji of the test',
    });
    // Kuji's own first look at Jaeger is shared by whoever asks meanwhile, and nobody's.
    await expect.poll(() => kuji.lines.map(({ message }) => message)).toContain('Jaeger gives no answer yet');
    expect((await fetch(`${kuji.origin}/api/services`)).status).toBe(502);
    await kuji.close();
    const [root, child] = await storedSpans(collector.queryUrl, 'kuji of the test');
    expect(root?.tags).toMatchObject({ 'http.response.status_code': 502, 'error.type': '502', error: true });
    expect(child?.tags).toMatchObject({
      'http.response.status_code': 503,
      'http.request.resend_count': 1,
      'error.type': 'jaeger-failed',
      error: true,
    });
  });

  it('tells of what was cut at its end, and takes it for no error', async () => {
    const collector = await startJaeger();
    const upstream = await startUpstream(silent);
    const log = () => undefined;
    const tracesUrl = `${collector.otlpUrl}/v1/traces`;
    const tracing = startTracing({ tracesUrl, serviceName: 'kuji', version: '1', log });
    const connection = connect({
      fetch,
      baseUrl: upstream.url,
      timeoutMillis: 600_000,
      maxBytes: 1000,
      maxRequests: 1,
      retry: NO_RETRY,
      isEmbedded: false,
      log,
      onDone: tracing.asked,
      clock: Date.now,
    });
    const about = { version: '1', jaeger: 'jaeger', isEmbedded: false };
    const app = await buildApp({ about, connection, log, tracing, graceMillis: 50 });
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    const broken = expect(fetch(`${origin}/api/services`)).rejects.toThrow(TypeError);
    await expect.poll(() => upstream.requests.length).toBe(1);
    await app.close();
    await broken;
    await tracing.shutdown(10_000);

    const [root, child] = await storedSpans(collector.queryUrl, 'kuji');
    expect(root?.tags).toMatchObject({ 'http.route': '/api/services', 'error.type': 'aborted' });
    expect(root?.tags).not.toHaveProperty('http.response.status_code');
    expect(child?.tags).toMatchObject({ 'url.path': '/api/services', 'kuji.result': 'aborted' });
    for (const span of [root, child]) expect(span?.tags).not.toHaveProperty('error');
  });

  it('answers as always where the collector refuses spans, and says so once', async () => {
    let status = 400;
    const collector = await startUpstream((request, response) => answering(status, '')(request, response));
    const jaeger = await startUpstream(services);
    const kuji = await startKuji({
      JAEGER_QUERY_URL: jaeger.url.href,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url.href,
    });
    const told = () => kuji.lines.filter(({ message }) => message.includes('the collector'));
    for (const exports of [1, 2, 3]) {
      if (exports === 3) status = 200;
      expect((await fetch(`${kuji.origin}/api/services`)).status).toBe(200);
      await expect.poll(() => collector.requests.length, { timeout: 20_000 }).toBe(exports);
    }
    await kuji.close();
    expect(told().map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'warn: the collector takes no spans of Kuji; they are lost',
      'info: the collector takes spans of Kuji again',
    ]);
  });

  it('does not wait longer for a collector that hangs than the grace time allows', async () => {
    const collector = await startUpstream(silent);
    const jaeger = await startUpstream(services);
    const kuji = await startKuji({
      JAEGER_QUERY_URL: jaeger.url.href,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url.href,
      KUJI_GRACE_MS: '100',
    });
    expect((await fetch(`${kuji.origin}/api/services`)).status).toBe(200);
    await kuji.close();
    expect(kuji.lines.at(-1)?.message).toBe('the collector has not taken the last spans of Kuji in time');
  });
});

it(
  'a collector for Kuji gets none of the draws of the embedded app, and the last spans before the process ends by SIGTERM',
  async () => {
    const collector = await startJaeger();
    const kuji = await startKujiProcess({
      env: { ...FREE_PORTS, OTEL_EXPORTER_OTLP_ENDPOINT: collector.otlpUrl },
    });
    cleanups.push(() => kuji.end('SIGKILL'));
    const answer = await fetch(`${kuji.origin}/api/services`);
    expect(await answer.json()).toEqual({ services: ['demo'] });
    expect((await fetch(spansUrl(kuji.origin, 'demo'))).status).toBe(200);
    expect(await kuji.end('SIGTERM')).toBe(0);
    const held = await fetch(`${collector.queryUrl}/api/services`);
    expect(await held.json()).toMatchObject({ data: ['kuji'] });
    const spans = await storedSpans(collector.queryUrl, 'kuji');
    const nameOf = (id: string | undefined) => spans.find((span) => span.id === id)?.name;
    expect(spans.map(({ name, parentId }) => `${nameOf(parentId)} > ${name}`)).toEqual([
      'undefined > GET /api/services',
      'GET /api/services > GET /api/services',
      'undefined > GET /api/spans',
      'GET /api/spans > GET /api/traces',
    ]);
  },
  PROCESS_TEST_MILLIS,
);
