import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { answering, type FakeUpstream, startFakeUpstream, type UpstreamBehaviour } from '../testing/fake-upstream.ts';
import { askV3Dialect } from './ask-v3-dialect.ts';

const idle = new AbortController().signal;
const started: FakeUpstream[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((upstream) => upstream.close()));
});

async function ask(behaviour: UpstreamBehaviour) {
  const upstream = await startFakeUpstream(behaviour);
  started.push(upstream);
  const asking = askV3Dialect({ fetch, baseUrl: upstream.url, timeoutMillis: 10_000, maxBytes: 2 ** 20 }, idle);
  return { asking, upstream };
}

/** What a real Jaeger answered to a search with camelCase names and attributes that are no JSON. */
function recorded(version: string): string {
  const path = `../../../core/jaeger/recordings/jaeger/${version}/v3-error-attributes-bad.json`;
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

describe('askV3Dialect', () => {
  it.each(['2.20', 'main'])('knows Jaeger %s by what it says of attributes', async (version) => {
    const { asking } = await ask(answering(400, recorded(version)));
    expect(await asking).toEqual({ spelling: 'camel', filtersAttributes: true });
  });

  it('knows Jaeger 1.76 and 2.13 by the names that they miss', async () => {
    const message = 'query.start_time_min and query.start_time_max are required';
    const { asking } = await ask(answering(400, `{"error":{"httpCode":400,"message":"${message}"}}\n`));
    expect(await asking).toEqual({ spelling: 'snake', filtersAttributes: false });
  });

  it.each<[number, string]>([
    [404, '{"error":{"httpCode":404,"message":"No traces found"}}'],
    [200, '{"result":{"resourceSpans":[]}}'],
    [200, '{}'],
  ])('takes %d %s for one that does not look at attributes', async (status, body) => {
    const { asking } = await ask(answering(status, body));
    expect(await asking).toEqual({ spelling: 'camel', filtersAttributes: false });
  });

  it('asks one question, for one raw trace at most', async () => {
    const { asking, upstream } = await ask(answering(400, recorded('main')));
    await asking;
    expect(upstream.requests).toHaveLength(1);
    const { pathname, searchParams } = new URL(upstream.requests[0] ?? '', upstream.url);
    expect(pathname).toBe('/api/v3/traces');
    expect(searchParams.get('query.searchDepth')).toBe('1');
    expect(searchParams.get('query.rawTraces')).toBe('true');
    expect(() => JSON.parse(searchParams.get('query.attributes') ?? '""')).toThrow(SyntaxError);
  });

  it.each<[string, UpstreamBehaviour, string]>([
    ['404 as text', answering(404, '404 page not found\n'), 'jaeger-not-jaeger'],
    ['HTML', answering(200, '<!DOCTYPE html>'), 'jaeger-not-jaeger'],
    ['a list', answering(200, '[]'), 'jaeger-not-jaeger'],
    ['401', answering(401, 'missing tenant header'), 'jaeger-refused'],
    ['503', answering(503, ''), 'jaeger-failed'],
    ['another 400', answering(400, '{"error":{"httpCode":400,"message":"no"}}'), 'jaeger-failed'],
    ['500', answering(500, '{"error":{"httpCode":500,"message":"no"}}'), 'jaeger-failed'],
  ])('tells %s as the fault that it is', async (_name, behaviour, code) => {
    const { asking } = await ask(behaviour);
    await expect(asking).rejects.toMatchObject({ code });
  });
});
