import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type RecordedAnswer, recordedAnswers } from './testing/recorded-answers.ts';
import type { RecordedLoad } from './testing/recorded-composition.ts';
import { startRecordedJaeger } from './testing/recorded-jaeger.ts';

const VERSIONS = ['2.20', 'main'] as const;
const LOADS: readonly RecordedLoad[] = ['loaded', 'empty', 'nan', 'zero', 'udp', 'http', 'zipkin'];

const NO_PAGE = '404 page not found\n';
const V3_HOUR = 'query.startTimeMin=2026-11-23T09%3A00%3A00Z&query.startTimeMax=2026-11-23T10%3A00%3A00Z';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function start(version: (typeof VERSIONS)[number], load: RecordedLoad = 'loaded') {
  const jaeger = await startRecordedJaeger(version, { load });
  cleanups.push(jaeger.close);
  return jaeger;
}

interface Heard {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Without headers that nobody asked for, unlike `fetch`. */
async function ask(base: string, path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}) {
  return await new Promise<Heard>((resolve, reject) => {
    request(new URL(base), { path, method, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => void pieces.push(piece));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

function isOf(load: RecordedLoad): (answer: RecordedAnswer) => boolean {
  return ({ phase }) => (load === 'loaded' ? ['legacy', 'byid', 'v3'].includes(phase) : phase === load);
}

const comparable = (headers: Readonly<Record<string, unknown>>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .filter((header) => !/^(date|connection|keep-alive|transfer-encoding|content-length):/.test(header))
    .sort();

describe.each(VERSIONS)('the recorded Jaeger %s', (version) => {
  it.each(LOADS)('answers every recorded question as it was answered, byte for byte: %s', async (load) => {
    const jaeger = await start(version, load);
    // The bodies of others are not kept with the recordings.
    const asked = recordedAnswers(version)
      .filter(isOf(load))
      .filter(({ method }) => method !== 'POST');
    expect(asked.length).toBeGreaterThan(5);
    for (const { name, path, method, requestHeaders, status, headers, body } of asked) {
      const heard = await ask(jaeger.url, path, method, requestHeaders);
      expect(heard.status, name).toBe(status);
      expect(comparable(heard.headers), name).toEqual(comparable(headers));
      expect(heard.body.equals(body), name).toBe(true);
    }
    expect(jaeger.unanswered).toEqual([]);
  });

  it('finds for a search that was not recorded what it was recorded to find for the same', async () => {
    const jaeger = await start(version);
    const searches = recordedAnswers(version)
      .filter(isOf('loaded'))
      .filter(({ status }) => status === 200 || status === 404)
      .filter(
        ({ path }) => /^\/api\/(v3\/)?traces\?/.test(path) && /\bservice(_?name)?=/i.test(path) && /start/.test(path),
      )
      .filter(({ path, body }) => !/prettyPrint|[?&]tag=/.test(path) && !body.equals(Buffer.from(NO_PAGE)));
    expect(searches.length).toBe(version === '2.20' ? 68 : 19);
    const notTold: string[] = [];
    for (const { name, path, status, body } of searches) {
      const heard = await ask(jaeger.url, inOtherWords(path));
      if (heard.status === 501) {
        notTold.push(name);
        continue;
      }
      expect(heard.status, name).toBe(status);
      expect(tracesOf(heard.body), name).toEqual(tracesOf(body));
    }
    // Attributes of scopes are in no answer, and an attribute that is called `event` takes the place of the event's name.
    expect(notTold).toEqual(
      version === '2.20'
        ? ['search-tag-event-name', 'search-tag-scope-attr', 'search-tag-event-attribute-named-event']
        : [],
    );
  });

  it.each([
    ['GET', '/api/anything', 404, NO_PAGE],
    ['PUT', '/api/v3/services', 404, NO_PAGE],
    ['GET', '/api/v3/traces?query.serviceName=x', 400, /startTimeMin and query.startTimeMax are required/],
    [
      'GET',
      `/api/v3/traces?query.searchDepth=0&query.serviceName=x&${V3_HOUR}`,
      500,
      /search depth must be greater than 0/,
    ],
    [
      'GET',
      `/api/v3/traces?query.attributes=%7B&query.serviceName=x&${V3_HOUR}`,
      400,
      /malformed parameter query.attr/,
    ],
    ['GET', '/api/v3/traces/not-hex', 400, /invalid length for TraceID/],
    ['GET', '/api/traces/not-hex', 400, /invalid length for TraceID/],
    ['GET', '/api/traces/fade', 404, /trace not found/],
    ['GET', '/api/v3/traces/fade', 404, /No traces found/],
  ])('refuses as the real one does: %s %s', async (method, path, status, words) => {
    const jaeger = await start(version);
    const heard = await ask(jaeger.url, path, method);
    expect(heard.status).toBe(status);
    expect(heard.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(heard.body.toString()).toMatch(words);
    expect(jaeger.unanswered).toEqual([]);
  });

  it.each([
    ['HEAD', '/api/v3/services'],
    ['GET', '/api/v3/operations?service=odd'],
    ['GET', `/api/v3/traces?query.serviceName=jaeger&${V3_HOUR}`],
    ['GET', `/api/v3/traces?query.serviceName=demo&query.attributes=%7B&query.searchDepth=0&${V3_HOUR}`],
    ['GET', `/api/v3/traces?query.serviceName=demo&query.durationMin=1h&${V3_HOUR}`],
    ['GET', `/api/v3/traces?query.serviceName=demo&query.somethingNew=1&${V3_HOUR}`],
    ['GET', '/search/elsewhere'],
  ])('says of what was not recorded that it was not: %s %s', async (method, path) => {
    const jaeger = await start(version);
    const heard = await ask(jaeger.url, path, method);
    expect(heard.status).toBe(501);
    if (method !== 'HEAD') expect(heard.body.toString()).toBe(`not recorded: ${method} ${path}\n`);
    expect(jaeger.unanswered).toEqual([`${method} ${path}`]);
  });
});

describe('the recorded Jaeger main', () => {
  it.each([
    '/api/services',
    '/api/operations?service=anything',
    '/api/services/anything/operations',
    '/api/traces?service=anything&limit=7&start=1&end=2',
    '/api/traces?traceID=1',
  ])('has no %s, whatever is asked there', async (path) => {
    const jaeger = await start('main');
    const heard = await ask(jaeger.url, path);
    expect([heard.status, heard.body.toString()]).toEqual([404, NO_PAGE]);
    expect(heard.headers['x-content-type-options']).toBe('nosniff');
  });

  it('keeps one trace by id, and dependencies', async () => {
    const jaeger = await start('main');
    expect((await ask(jaeger.url, '/api/traces/5af7183fb1d4cf5f0000000000000001?raw=true')).status).toBe(200);
    expect((await ask(jaeger.url, '/api/dependencies?endTs=1795428000000&lookback=86400000')).status).toBe(200);
  });
});

/** The same instants, written as nobody wrote them. */
function inOtherWords(path: string): string {
  return path
    .replace(/([?&](?:start|end)=)/g, '$10')
    .replaceAll('000000000Z', '0000000Z')
    .replaceAll('%2B09', '.0%2B09');
}

/** What a page tells, in its order: ids and numbers of spans. 2.20 adds warnings to them at every read. */
function tracesOf(body: Buffer): unknown {
  const page = JSON.parse(body.toString());
  if (page.data != null) {
    return page.data.map((trace: { traceID: string; spans: unknown[] }) => [trace.traceID, trace.spans.length]);
  }
  if (page.result === undefined) return page;
  return page.result.resourceSpans.map(
    ({ scopeSpans }: { scopeSpans: { spans: { traceId: string; spanId: string }[] }[] }) =>
      scopeSpans.flatMap(({ spans }) => spans.map(({ traceId, spanId }) => `${traceId} ${spanId}`)),
  );
}
