import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { v3Body, v3ResourceSpans } from '#core/testing/v3-body.ts';
import { unixMicros } from '#core/units.ts';
import { MAX_TRACE_BYTES } from '../body/too-long-trace.ts';
import type { TraceSearch } from '../jaeger-client.ts';
import { legacyClient } from '../legacy/legacy-client.ts';
import { answering, type FakeUpstream, startFakeUpstream, type UpstreamBehaviour } from '../testing/fake-upstream.ts';
import { gathering } from '../testing/gathering.ts';
import { v3Client } from './v3-client.ts';
import type { V3Dialect } from './v3-dialect.ts';

const PRESENT: V3Dialect = { spelling: 'camel', filtersAttributes: true };
const OLD: V3Dialect = { spelling: 'snake', filtersAttributes: false };

const TRACES = demoTraces({ seed: 1, traces: 3 });
const [A, B, C] = TRACES.map((trace) => v3ResourceSpans(trace)[0]);
const BODY = v3Body(TRACES);
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

interface Options {
  readonly dialect?: V3Dialect;
  readonly timeoutMillis?: number;
  readonly maxBytes?: number;
}

function clientOf(baseUrl: URL, { dialect = PRESENT, timeoutMillis = 10_000, maxBytes = 2 ** 20 }: Options = {}) {
  return v3Client({ fetch, baseUrl, timeoutMillis, maxBytes }, dialect);
}

async function search(baseUrl: URL, options: Options = {}) {
  const found = gathering();
  const summary = await clientOf(baseUrl, options).search(SEARCH, found.listener, idle);
  const bytes = found.chunks.reduce((sum, count) => sum + count, 0);
  return { traces: found.traces, problems: found.problems, bytes, summary };
}

function bodyOf(...elements: readonly unknown[]): string {
  return JSON.stringify({ result: { resourceSpans: elements } });
}

function recording(path: string): string {
  return readFileSync(new URL(`../../../core/jaeger/recordings/jaeger/${path}`, import.meta.url), 'utf8');
}

describe('v3Client', () => {
  it('reads the traces of a search and counts the bytes', async () => {
    const upstream = await upstreamOf(answering(200, BODY));
    const { traces, problems, bytes } = await search(upstream.url);
    expect(traces).toEqual(TRACES);
    expect(problems).toEqual([]);
    expect(bytes).toBe(Buffer.byteLength(BODY));
  });

  it('asks below the base path, for raw traces, to the microsecond and with a limit', async () => {
    const upstream = await upstreamOf(answering(200, BODY));
    await search(new URL('/tools/jaeger/', upstream.url));
    const { pathname, searchParams } = new URL(upstream.requests[0] ?? '', upstream.url);
    expect(pathname).toBe('/tools/jaeger/api/v3/traces');
    expect(Object.fromEntries(searchParams)).toEqual({
      'query.serviceName': 'demo',
      'query.startTimeMin': '2026-11-23T09:00:00.000001Z',
      'query.startTimeMax': '2026-11-23T09:01:00.000000Z',
      'query.searchDepth': '500',
      'query.rawTraces': 'true',
    });
  });

  it.each<[string, V3Dialect, object]>([
    [
      'present',
      PRESENT,
      {
        'query.serviceName': 'a&b=c/凶',
        'query.operationName': 'GET /x?query.searchDepth=1',
        'query.startTimeMin': '2026-11-23T09:00:00.000001Z',
        'query.startTimeMax': '2026-11-23T09:00:00.000002Z',
        'query.searchDepth': '7',
        'query.attributes': '{"omikuji":"凶","n":"5"}',
        'query.durationMin': '1us',
        'query.durationMax': '2500000us',
        'query.rawTraces': 'true',
      },
    ],
    [
      'old',
      OLD,
      {
        'query.service_name': 'a&b=c/凶',
        'query.operation_name': 'GET /x?query.searchDepth=1',
        'query.start_time_min': '2026-11-23T09:00:00.000001Z',
        'query.start_time_max': '2026-11-23T09:00:00.000002Z',
        'query.num_traces': '7',
        'query.duration_min': '1us',
        'query.duration_max': '2500000us',
        'query.raw_traces': 'true',
      },
    ],
  ])('writes all that a search can have in the %s spelling', async (_name, dialect, parameters) => {
    const upstream = await upstreamOf(answering(404, NO_TRACES));
    const all: TraceSearch = {
      service: 'a&b=c/凶',
      operation: 'GET /x?query.searchDepth=1',
      tags: [
        { key: 'omikuji', value: '凶' },
        { key: 'n', value: '5' },
      ],
      minDuration: 1,
      maxDuration: 2_500_000,
      start: SEARCH.start,
      // Jaeger refuses a window without length.
      end: SEARCH.start,
      limit: 7,
    };
    const client = clientOf(upstream.url, { dialect });
    expect(await client.search(all, gathering().listener, idle)).toEqual({
      hasFilteredTags: dialect.filtersAttributes,
    });
    const { searchParams } = new URL(upstream.requests[0] ?? '', upstream.url);
    expect(Object.fromEntries(searchParams)).toEqual(parameters);
    expect(searchParams.size).toBe(Object.keys(parameters).length);
  });

  it('reads a compressed answer', async () => {
    const upstream = await upstreamOf((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(BODY));
    });
    expect((await search(upstream.url)).traces).toHaveLength(3);
  });

  it.each([
    [404, NO_TRACES],
    [200, '{"result":{}}'],
    [200, '{"result":{"resourceSpans":[]}}'],
    [200, '{}'],
  ])('takes %d %s for an empty page', async (status, body) => {
    const upstream = await upstreamOf(answering(status, body));
    expect(await search(upstream.url)).toMatchObject({ traces: [], problems: [] });
  });

  it('reads services and operations, absent and nameless ones too', async () => {
    const bodies: Readonly<Record<string, string>> = {
      '/a/api/v3/services': '{"services":["demo","jaeger"]}',
      '/b/api/v3/services': '{}',
      '/c/api/v3/services': '{"services":[]}',
      '/a/api/v3/operations?service=x%26y':
        '{"operations":[{"name":"/handler","spanKind":"server"},{"spanKind":"client"}]}',
      '/b/api/v3/operations?service=x%26y': '{}',
      '/c/api/v3/operations?service=x%26y': '{"operations":[]}',
    };
    const upstream = await upstreamOf((request, response) => {
      // 1.76 sends its JSON as text.
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.end(bodies[request.url ?? '']);
    });
    const answers = ['/a', '/b', '/c'].map(async (path) => {
      const client = clientOf(new URL(path, upstream.url));
      return [await client.services(idle), await client.operations('x&y', idle)];
    });
    expect(await Promise.all(answers)).toEqual([
      [
        ['demo', 'jaeger'],
        ['/handler', ''],
      ],
      [[], []],
      [[], []],
    ]);
  });

  it('reads one trace, in either spelling', async () => {
    const upstream = await upstreamOf(answering(200, v3Body(TRACES.slice(0, 1))));
    const [trace] = TRACES;
    expect(await clientOf(upstream.url).trace(trace?.id ?? '', idle)).toEqual(trace);
    await clientOf(upstream.url, { dialect: OLD }).trace(trace?.id ?? '', idle);
    expect(upstream.requests).toEqual([
      `/api/v3/traces/${trace?.id}?rawTraces=true`,
      `/api/v3/traces/${trace?.id}?raw_traces=true`,
    ]);
  });

  it('takes of a lookup the trace that was asked for, wherever its pieces stand', async () => {
    const trace = TRACES[1];
    const spans = v3ResourceSpans(trace!).flatMap((element) => splitBySpan(element));
    const upstream = await upstreamOf(answering(200, bodyOf(spans[0], A, ...spans.slice(1), C)));
    expect(await clientOf(upstream.url).trace(trace?.id ?? '', idle)).toEqual(trace);
  });

  it('puts a trace together from elements that follow each other', async () => {
    const pieces = TRACES.flatMap(v3ResourceSpans).flatMap((element) => splitBySpan(element));
    expect(pieces.length).toBeGreaterThan(3);
    const upstream = await upstreamOf(answering(200, bodyOf(...pieces)));
    expect((await search(upstream.url)).traces).toEqual(TRACES);
  });

  it('asks once more for a trace that comes again, and hands it over whole', async () => {
    const [first, second] = splitBySpan(A);
    const upstream = await upstreamOf((request, response) => {
      const isLookup = request.url?.startsWith('/api/v3/traces/');
      response.end(isLookup ? v3Body(TRACES.slice(0, 1)) : bodyOf(first, B, second));
    });
    const { traces } = await search(upstream.url);
    expect(traces.map(({ id, spans }) => [id, spans.length])).toEqual([
      [TRACES[0]?.id, 1],
      [TRACES[1]?.id, 2],
      [TRACES[0]?.id, 2],
    ]);
    expect(traces.at(-1)).toEqual(TRACES[0]);
    expect(upstream.requests.slice(1)).toEqual([`/api/v3/traces/${TRACES[0]?.id}?rawTraces=true`]);
  });

  it('tells of a trace that comes again and is gone then', async () => {
    const [first, second] = splitBySpan(A);
    const upstream = await upstreamOf((request, response) => {
      if (request.url?.startsWith('/api/v3/traces/')) response.writeHead(404).end(NO_TRACES);
      else response.end(bodyOf(first, B, second));
    });
    expect((await search(upstream.url)).problems).toMatchObject([
      { traceId: TRACES[0]?.id, reason: 'it came in pieces, and is gone since' },
    ]);
  });

  it('fails where more traces come again than may be asked for, and asks for none', async () => {
    const all = demoTraces({ seed: 2, traces: 21 }).flatMap(v3ResourceSpans);
    const upstream = await upstreamOf(answering(200, bodyOf(...all, ...all)));
    await expect(search(upstream.url)).rejects.toMatchObject({
      code: 'jaeger-unreadable',
      detail: expect.stringMatching(/mixes the spans of different traces: more than 20 traces/),
    });
    expect(upstream.requests).toHaveLength(1);
  });

  it('keeps the good traces beside one that cannot be read, and names that one', async () => {
    const bad = { scopeSpans: [{ spans: [{ traceId: 'beef', spanId: '1', startTimeUnixNano: [] }] }] };
    const upstream = await upstreamOf(answering(200, bodyOf(A, bad, 7, B)));
    const { traces, problems } = await search(upstream.url);
    expect(traces).toEqual(TRACES.slice(0, 2));
    expect(problems.map((problem) => problem.traceId).toSorted()).toEqual(['', 'beef'.padStart(32, '0')]);
  });

  it('tells a trace once of which one element cannot be read', async () => {
    const [first] = splitBySpan(A);
    const bad = { scopeSpans: [{ spans: [{ traceId: TRACES[0]?.id, spanId: 'no hex' }] }] };
    const upstream = await upstreamOf(answering(200, bodyOf(first, bad, bad, B)));
    const { traces, problems } = await search(upstream.url);
    expect(traces).toEqual([TRACES[1]]);
    expect(problems).toMatchObject([{ traceId: TRACES[0]?.id }]);
  });

  it('names an element that is too long, without keeping the others from being read', async () => {
    const long = { scopeSpans: [{ spans: [{ traceId: 'abc', name: 'x'.repeat(MAX_TRACE_BYTES) }] }] };
    const upstream = await upstreamOf(answering(200, bodyOf(long, B)));
    const { traces, problems } = await search(upstream.url, { maxBytes: 2 ** 30 });
    expect(traces).toEqual([TRACES[1]]);
    expect(problems).toMatchObject([
      { traceId: 'abc'.padStart(32, '0'), reason: `it is longer than ${MAX_TRACE_BYTES} bytes` },
    ]);
  });

  it.each([
    ['search-demo-raw.json', 'v3-traces-raw.json'],
    ['search-duration-min-500ms.json', 'v3-traces-duration.json'],
  ])('reads from a recorded 2.20 what the legacy dialect gives: %s', async (legacyFile, v3File) => {
    const upstream = await upstreamOf((request, response) => {
      response.end(recording(`2.20/${request.url?.startsWith('/api/v3/') ? v3File : legacyFile}`));
    });
    const legacy = gathering();
    const options = { fetch, baseUrl: upstream.url, timeoutMillis: 10_000, maxBytes: 2 ** 20 };
    await legacyClient(options).search(SEARCH, legacy.listener, idle);
    const { traces } = await search(upstream.url);
    expect(traces.length).toBeGreaterThan(0);
    expect(traces).toEqual(legacy.traces);
  });
});

/** The same element once for each of its spans. */
function splitBySpan(element: unknown): readonly unknown[] {
  const { resource, scopeSpans } = element as {
    resource: unknown;
    scopeSpans: readonly { spans: readonly unknown[] }[];
  };
  return scopeSpans.flatMap(({ spans }) =>
    spans.map((span) => ({ resource, scopeSpans: [{ scope: {}, spans: [span] }] })),
  );
}
