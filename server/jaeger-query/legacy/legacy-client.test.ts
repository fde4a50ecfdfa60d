import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { SliceProblem } from '#core/api.ts';
import { encodeLegacyTrace } from '#core/jaeger/encode-legacy-trace.ts';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { legacyBody } from '#core/testing/legacy-body.ts';
import type { Trace } from '#core/trace/trace.ts';
import { unixMicros } from '#core/units.ts';
import { MAX_TRACE_BYTES } from '../body/too-long-trace.ts';
import {
  answering,
  breakingAfter,
  type FakeUpstream,
  failing,
  hangingAfter,
  silent,
  startFakeUpstream,
  type UpstreamBehaviour,
} from '../testing/fake-upstream.ts';
import { legacyClient } from './legacy-client.ts';

const TRACES = demoTraces({ seed: 1, traces: 3 });
const BODY = legacyBody(TRACES);
const SEARCH = {
  service: 'demo',
  operation: undefined,
  tags: [],
  minDuration: undefined,
  maxDuration: undefined,
  start: unixMicros(1),
  end: unixMicros(2),
  limit: 500,
};
const idle = new AbortController().signal;

const started: FakeUpstream[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((upstream) => upstream.close()));
});

async function upstreamOf(behaviour: UpstreamBehaviour): Promise<FakeUpstream> {
  const upstream = await startFakeUpstream(behaviour);
  started.push(upstream);
  return upstream;
}

function clientOf(baseUrl: URL, options: { readonly timeoutMillis?: number; readonly maxBytes?: number } = {}) {
  return legacyClient({ fetch, baseUrl, timeoutMillis: 10_000, maxBytes: 2 ** 20, ...options });
}

async function search(baseUrl: URL, options: Parameters<typeof clientOf>[1] = {}, signal = idle) {
  const traces: Trace[] = [];
  const problems: SliceProblem[] = [];
  let bytes = 0;
  const listener = {
    onTrace: (trace: Trace) => void traces.push(trace),
    onUnreadable: (problem: SliceProblem) => void problems.push(problem),
    onBytes: (count: number) => {
      bytes += count;
    },
  };
  await clientOf(baseUrl, options).search(SEARCH, listener, signal);
  return { traces, problems, bytes };
}

describe('legacyClient', () => {
  it('reads the traces of a search and counts the bytes', async () => {
    const upstream = await upstreamOf(answering(200, BODY));
    const { traces, problems, bytes } = await search(upstream.url);
    expect(traces.map((trace) => trace.id)).toEqual(TRACES.map((trace) => trace.id));
    expect(problems).toEqual([]);
    expect(bytes).toBe(Buffer.byteLength(BODY));
  });

  it('always asks for raw traces, with a limit, below the base path', async () => {
    const upstream = await upstreamOf(answering(200, BODY));
    await search(new URL('/tools/jaeger', upstream.url));
    await search(new URL('/tools/jaeger/', upstream.url));
    const asked = '/tools/jaeger/api/traces?service=demo&start=1&end=2&limit=500&raw=true';
    expect(upstream.requests).toEqual([asked, asked]);
  });

  it('writes names so that they cannot become another question', async () => {
    const upstream = await upstreamOf(answering(200, '{"data":[]}'));
    const client = clientOf(upstream.url);
    await client.operations('a&b=c/凶 ?', idle);
    await client.search({ ...SEARCH, operation: 'GET /x?limit=1&service=y' }, listenerOfNothing, idle);
    expect(upstream.requests[0]).toBe('/api/operations?service=a%26b%3Dc%2F%E5%87%B6+%3F');
    const { searchParams } = new URL(upstream.requests[1] ?? '', upstream.url);
    expect(searchParams.get('operation')).toBe('GET /x?limit=1&service=y');
    expect(searchParams.getAll('service')).toEqual(['demo']);
    expect(searchParams.getAll('limit')).toEqual(['500']);
  });

  it('reads a compressed answer', async () => {
    const upstream = await upstreamOf((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(BODY));
    });
    expect((await search(upstream.url)).traces).toHaveLength(3);
  });

  it('takes an unknown service for an empty answer', async () => {
    const upstream = await upstreamOf(answering(200, '{"data":[],"total":0,"limit":0,"offset":0,"errors":null}\n'));
    expect((await search(upstream.url)).traces).toEqual([]);
  });

  it('reads services and operations, absent ones and those of old versions too', async () => {
    const bodies: Readonly<Record<string, unknown>> = {
      '/a/api/services': ['demo', 'jaeger'],
      '/b/api/services': null,
      '/a/api/operations?service=x': [{ name: '/handler', spanKind: 'server' }],
      '/b/api/operations?service=x': ['/handler'],
    };
    const upstream = await upstreamOf((request, response) => {
      response.end(JSON.stringify({ data: bodies[request.url ?? ''], errors: null }));
    });
    const [a, b] = ['/a', '/b'].map((path) => clientOf(new URL(path, upstream.url)));
    expect(await a?.services(idle)).toEqual(['demo', 'jaeger']);
    expect(await b?.services(idle)).toEqual([]);
    expect(await a?.operations('x', idle)).toEqual(['/handler']);
    expect(await b?.operations('x', idle)).toEqual(['/handler']);
  });

  it('reads one trace', async () => {
    const upstream = await upstreamOf(answering(200, legacyBody(TRACES.slice(0, 1))));
    const id = TRACES[0]?.id ?? '';
    expect((await clientOf(upstream.url).trace(id, idle)).id).toBe(id);
    expect(upstream.requests).toEqual([`/api/traces/${id}?raw=true`]);
  });

  it('keeps the good traces beside one that cannot be read, and names that one', async () => {
    const data = [
      encodeLegacyTrace(TRACES[0]!),
      { traceID: 'beef', spans: [{ odd: true }] },
      7,
      encodeLegacyTrace(TRACES[1]!),
    ];
    const upstream = await upstreamOf(answering(200, JSON.stringify({ data, errors: null })));
    const { traces, problems } = await search(upstream.url);
    expect(traces).toHaveLength(2);
    expect(problems.map((problem) => problem.traceId)).toEqual(['beef'.padStart(32, '0'), '']);
  });

  it('names a trace that is too long, without keeping the others from being read', async () => {
    const long = JSON.stringify({ traceID: 'abc', spans: ['x'.repeat(MAX_TRACE_BYTES)] });
    const good = JSON.stringify(encodeLegacyTrace(TRACES[0]!));
    const upstream = await upstreamOf(answering(200, `{"data":[${long},${good}]}`));
    const { traces, problems } = await search(upstream.url, { maxBytes: 2 ** 30 });
    expect(traces).toHaveLength(1);
    expect(problems).toMatchObject([
      { traceId: 'abc'.padStart(32, '0'), reason: expect.stringMatching(/longer than/) },
    ]);
  });

  it.each<[string, UpstreamBehaviour, string, RegExp]>([
    ['500 with a message', failing(500, 'search depth must be greater than 0'), 'jaeger-failed', /search depth must/],
    ['500 with a page', answering(500, '<html>oops'), 'jaeger-failed', /500: \(a page of HTML\)/],
    ['400 with a message', failing(400, 'malformed'), 'jaeger-failed', /400: malformed/],
    ['200 with errors', answering(200, '{"data":null,"errors":[{"msg":"half"}]}'), 'jaeger-failed', /half/],
    ['503', answering(503, 'not yet'), 'jaeger-failed', /503/],
    ['401', answering(401, 'missing tenant header'), 'jaeger-refused', /missing tenant header/],
    ['403', answering(403, ''), 'jaeger-refused', /403/],
    ['404 as text', answering(404, '404 page not found\n'), 'jaeger-not-jaeger', /404 page not found/],
    ['HTML with 200', answering(200, '<!DOCTYPE html><html>'), 'jaeger-not-jaeger', /does not answer as/],
    ['HTML with 405', answering(405, '<html>'), 'jaeger-not-jaeger', /does not answer as/],
    ['other JSON', answering(200, '{"hello":"world"}'), 'jaeger-not-jaeger', /does not answer as/],
    ['no HTTP', (_request, response) => void response.socket?.end('\0\0hello'), 'jaeger-not-jaeger', /is not HTTP/],
    ['redirect', answering(302, '', { location: '/login' }), 'jaeger-not-jaeger', /redirects \(302\) to \/login/],
    ['broken JSON', answering(200, '{"data":[{"a":tru}]}'), 'jaeger-unreadable', /broken JSON/],
    ['trailing text', answering(200, `${BODY}x`), 'jaeger-unreadable', /goes on after its end/],
    ['short body', answering(200, BODY.slice(0, -20)), 'jaeger-unreadable', /ends before it is complete/],
    ['empty body', answering(200, ''), 'jaeger-unreadable', /ends before it is complete/],
    ['broken connection', breakingAfter(BODY.slice(0, -20)), 'jaeger-unreadable', /broke off/],
    ['no answer', (_request, response) => void response.destroy(), 'jaeger-unreachable', /closed without an answer/],
  ])('tells %s as the fault that it is', async (_name, behaviour, code, detail) => {
    const upstream = await upstreamOf(behaviour);
    await expect(search(upstream.url)).rejects.toMatchObject({
      name: 'JaegerFault',
      code,
      detail: expect.stringMatching(detail),
    });
  });

  it('marks a page that Jaeger cannot write because of NaN', async () => {
    const message = 'failed writing HTTP response: json: unsupported value: NaN';
    const upstream = await upstreamOf(failing(500, message));
    await expect(search(upstream.url)).rejects.toMatchObject({ code: 'jaeger-failed', isUnserialisable: true });
  });

  it('tells where nothing listens', async () => {
    const upstream = await startFakeUpstream(silent);
    await upstream.close();
    await expect(search(upstream.url)).rejects.toMatchObject({
      code: 'jaeger-unreachable',
      detail: `${upstream.url.origin} cannot be reached: nothing listens there (connection refused).`,
    });
  });

  it.each([
    ['silence', silent, /has not answered within 0.2 s/],
    ['a pause in the middle', hangingAfter(BODY.slice(0, -20)), /stopped in the middle/],
    ['an endless trickle', trickling, /has not finished its answer within 0.8 s/],
  ])('gives up after %s', async (_name, behaviour, detail) => {
    const upstream = await upstreamOf(behaviour);
    await expect(search(upstream.url, { timeoutMillis: 200 })).rejects.toMatchObject({
      code: 'jaeger-timeout',
      detail: expect.stringMatching(detail),
    });
    await upstream.left;
  });

  it('stops at an answer that is too large, and hangs up', async () => {
    const upstream = await upstreamOf(hangingAfter(BODY));
    await expect(search(upstream.url, { maxBytes: 1000 })).rejects.toMatchObject({ code: 'jaeger-too-large' });
    await upstream.left;
  });

  it('hangs up when whoever asked is gone', async () => {
    const upstream = await upstreamOf(hangingAfter(BODY.slice(0, -20)));
    const controller = new AbortController();
    const listener = { ...listenerOfNothing, onTrace: () => controller.abort(new Error('gone')) };
    await expect(clientOf(upstream.url).search(SEARCH, listener, controller.signal)).rejects.toThrow('gone');
    await upstream.left;
  });

  it('tells a trace that Jaeger does not have from an API that is not there', async () => {
    const unknown = await upstreamOf(failing(404, 'trace not found'));
    await expect(clientOf(unknown.url).trace('ab', idle)).rejects.toMatchObject({ code: 'trace-not-found' });
    const empty = await upstreamOf(answering(200, '{"data":[],"errors":null}'));
    await expect(clientOf(empty.url).trace('ab', idle)).rejects.toMatchObject({ code: 'trace-not-found' });
    const other = await upstreamOf(answering(404, '404 page not found\n'));
    await expect(clientOf(other.url).trace('ab', idle)).rejects.toMatchObject({ code: 'jaeger-not-jaeger' });
  });

  it('fails on one trace that cannot be read', async () => {
    const upstream = await upstreamOf(answering(200, '{"data":[{"traceID":"ab","spans":7}],"errors":null}'));
    await expect(clientOf(upstream.url).trace('ab', idle)).rejects.toMatchObject({ code: 'jaeger-unreadable' });
  });

  it.each([
    ['HTML', '<!DOCTYPE html>', 'jaeger-not-jaeger'],
    ['other JSON', '{"services":[]}', 'jaeger-not-jaeger'],
    ['broken JSON', '{"data":["demo"', 'jaeger-unreadable'],
  ])('refuses %s in place of a list', async (_name, body, code) => {
    const upstream = await upstreamOf(answering(200, body));
    await expect(clientOf(upstream.url).services(idle)).rejects.toMatchObject({ code });
    await expect(clientOf(upstream.url).operations('x', idle)).rejects.toMatchObject({ code });
  });
});

const listenerOfNothing = { onTrace: () => undefined, onUnreadable: () => undefined, onBytes: () => undefined };

/** Sends a blank every 50 ms for ever. */
function trickling(...[, response]: Parameters<UpstreamBehaviour>): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 50);
  response.once('close', () => clearInterval(timer));
}
