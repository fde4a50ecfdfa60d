import { afterEach, describe, expect, it } from 'vitest';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { v3Body } from '#core/testing/v3-body.ts';
import { unixMicros } from '#core/units.ts';
import type { TraceSearch } from '../jaeger-client.ts';
import {
  answering,
  breakingAfter,
  type FakeUpstream,
  hangingAfter,
  silent,
  startFakeUpstream,
  type UpstreamBehaviour,
} from '../testing/fake-upstream.ts';
import { gathering } from '../testing/gathering.ts';
import { v3Client } from './v3-client.ts';

const BODY = v3Body(demoTraces({ seed: 1, traces: 3 }));
const SEARCH: TraceSearch = {
  service: 'demo',
  operation: undefined,
  tags: [],
  minDuration: undefined,
  maxDuration: undefined,
  start: unixMicros(1_795_424_400_000_001),
  end: unixMicros(1_795_424_460_000_000),
  limit: 500,
};
const NO_TRACES = '{"error":{"httpCode":404,"message":"No traces found"}}\n';
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

interface Bounds {
  readonly timeoutMillis?: number;
  readonly maxBytes?: number;
}

function clientOf(baseUrl: URL, { timeoutMillis = 10_000, maxBytes = 2 ** 20 }: Bounds = {}) {
  const upstream = { fetch, baseUrl, timeoutMillis, maxBytes };
  return v3Client(upstream, { spelling: 'camel', filtersAttributes: true });
}

async function search(baseUrl: URL, bounds: Bounds = {}): Promise<void> {
  await clientOf(baseUrl, bounds).search(SEARCH, gathering().listener, idle);
}

describe('v3Client on what is no good answer', () => {
  const failing = (status: number, message: string) =>
    answering(status, JSON.stringify({ error: { httpCode: status, message } }));

  it.each<[string, UpstreamBehaviour, string, RegExp]>([
    ['500 with a message', failing(500, 'search depth must be'), 'jaeger-failed', /500: search depth must be/],
    ['400 with a message', failing(400, 'malformed parameter'), 'jaeger-failed', /400: malformed parameter/],
    ['200 with an error', answering(200, '{"error":{"httpCode":500,"message":"half"}}'), 'jaeger-failed', /half/],
    [
      'an error after traces',
      answering(200, `${BODY.slice(0, -1)},"error":{"httpCode":500,"message":"half"}}`),
      'jaeger-failed',
      /half/,
    ],
    ['500 with a page', answering(500, '<html>oops'), 'jaeger-failed', /500/],
    ['503', answering(503, 'not yet'), 'jaeger-failed', /503/],
    ['401', answering(401, 'missing tenant header'), 'jaeger-refused', /missing tenant header/],
    ['403', answering(403, ''), 'jaeger-refused', /403/],
    ['404 as text', answering(404, '404 page not found\n'), 'jaeger-not-jaeger', /404 page not found/],
    ['404 of others', answering(404, '{"error":{"code":404,"message":"no route"}}'), 'jaeger-not-jaeger', /404/],
    ['HTML with 200', answering(200, '<!DOCTYPE html><html>'), 'jaeger-not-jaeger', /./],
    ['legacy JSON', answering(200, '{"data":[]}'), 'jaeger-not-jaeger', /does not answer as/],
    ['a list', answering(200, '[]'), 'jaeger-not-jaeger', /does not answer as/],
    ['redirect', answering(302, '', { location: '/login' }), 'jaeger-not-jaeger', /\/login/],
    ['broken JSON', answering(200, '{"result":{"resourceSpans":[{"a":tru}]}}'), 'jaeger-unreadable', /broken JSON/],
    ['two answers', answering(200, `${BODY}\n${BODY}`), 'jaeger-unreadable', /goes on after its end/],
    ['short body', answering(200, BODY.slice(0, -1)), 'jaeger-unreadable', /ends before it is complete/],
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

  it.each([
    ['silence', silent],
    ['a pause in the middle', hangingAfter(BODY.slice(0, -20))],
  ])('gives up after %s', async (_name, behaviour) => {
    const upstream = await upstreamOf(behaviour);
    await expect(search(upstream.url, { timeoutMillis: 200 })).rejects.toMatchObject({ code: 'jaeger-timeout' });
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
    const listener = { ...gathering().listener, onTrace: () => controller.abort(new Error('gone')) };
    await expect(clientOf(upstream.url).search(SEARCH, listener, controller.signal)).rejects.toThrow('gone');
    await upstream.left;
  });

  it('tells a trace that Jaeger does not have from an API that is not there', async () => {
    const unknown = await upstreamOf(answering(404, NO_TRACES));
    await expect(clientOf(unknown.url).trace('ab', idle)).rejects.toMatchObject({ code: 'trace-not-found' });
    const empty = await upstreamOf(answering(200, '{"result":{}}'));
    await expect(clientOf(empty.url).trace('ab', idle)).rejects.toMatchObject({ code: 'trace-not-found' });
    const other = await upstreamOf(answering(404, '404 page not found\n'));
    await expect(clientOf(other.url).trace('ab', idle)).rejects.toMatchObject({ code: 'jaeger-not-jaeger' });
  });

  it('fails on one trace that cannot be read', async () => {
    const bad = { scopeSpans: [{ spans: [{ traceId: 'ab', spanId: 7 }] }] };
    const upstream = await upstreamOf(answering(200, JSON.stringify({ result: { resourceSpans: [bad] } })));
    await expect(clientOf(upstream.url).trace('ab', idle)).rejects.toMatchObject({ code: 'jaeger-unreadable' });
  });

  it.each([
    ['HTML', '<!DOCTYPE html>', 'jaeger-not-jaeger'],
    ['legacy JSON', '{"data":[]}', 'jaeger-not-jaeger'],
    ['broken JSON', '{"services":["demo"', 'jaeger-unreadable'],
  ])('refuses %s in place of a list', async (_name, body, code) => {
    const upstream = await upstreamOf(answering(200, body));
    await expect(clientOf(upstream.url).services(idle)).rejects.toMatchObject({ code });
    await expect(clientOf(upstream.url).operations('x', idle)).rejects.toMatchObject({ code });
  });
});
