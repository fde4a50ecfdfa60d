import * as z from 'zod';
import type { TagCondition } from '#core/jaeger/tag-conditions.ts';
import type { Trace } from '#core/trace/trace.ts';
import { type BodySummary, SplitFault } from '../body/split-traces.ts';
import type { JaegerClient, SearchListener, TraceSearch } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import { faultOfAnswer, faultOfRedirect, jaegerMessage, notJaeger } from '../upstream/fault-of-answer.ts';
import { placeOf } from '../upstream/place-of.ts';
import { type Upstream, type UpstreamAnswer, upstreamUrl, withUpstream } from '../upstream/upstream.ts';
import { streamTraces } from './stream-traces.ts';

/** Lists of names and messages of failure are read whole; a hundred thousand long names fit. */
const MAX_SMALL_BODY_BYTES = 16 * 2 ** 20;

/** Jaeger before 2 says `null` for an empty list. */
const serviceList = z.object({ data: z.array(z.string()).nullable() });
/** Names alone in Jaeger before 1.20. */
const operationList = z.object({ data: z.array(z.union([z.string(), z.object({ name: z.string() })])).nullable() });

/**
 * A jaeger-query that speaks the API of its own UI (`/api/services`, `/api/operations`, `/api/traces`): every version up to
 * 2.20. It always sends `raw=true`, without which reading a trace changes what 2.20 keeps, and always a limit.
 */
export function legacyClient(upstream: Upstream): JaegerClient {
  const urlOf = (path: readonly string[], query?: Record<string, string>) => upstreamUrl(upstream.baseUrl, path, query);

  async function readList<T>(url: URL, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
    return await withUpstream(upstream, url, signal, async (answer) => {
      await refuseFailure(answer, url, false);
      return parseList(await textOf(answer.body), schema, url);
    });
  }

  async function readTraces(url: URL, listener: SearchListener, signal: AbortSignal, isLookup: boolean): Promise<void> {
    await withUpstream(upstream, url, signal, async (answer) => {
      await refuseFailure(answer, url, isLookup);
      const summary = await splitOrRefuse(answer.body, listener, url);
      refuseBadEnd(summary, url);
    });
  }

  return {
    async services(signal) {
      const list = await readList(urlOf(['api', 'services']), serviceList, signal);
      return list.data ?? [];
    },
    async operations(service, signal) {
      const list = await readList(urlOf(['api', 'operations'], { service }), operationList, signal);
      return (list.data ?? []).map((item) => (typeof item === 'string' ? item : item.name));
    },
    async search(search, listener, signal) {
      await readTraces(urlOf(['api', 'traces'], searchParameters(search)), listener, signal, false);
      return { hasFilteredTags: true };
    },
    async trace(id, signal) {
      const url = urlOf(['api', 'traces', id], { raw: 'true' });
      const found: Trace[] = [];
      await readTraces(url, onlyTrace(found, url), signal, true);
      const trace = found[0];
      if (trace === undefined) throw new JaegerFault('trace-not-found', `Jaeger has no trace ${id}.`);
      return trace;
    },
  };
}

function searchParameters(search: TraceSearch): Record<string, string> {
  return {
    service: search.service,
    ...(search.operation === undefined ? {} : { operation: search.operation }),
    start: String(search.start),
    end: String(search.end),
    limit: String(search.limit),
    ...(search.tags.length === 0 ? {} : { tags: tagsParameter(search.tags) }),
    ...(search.minDuration === undefined ? {} : { minDuration: `${search.minDuration}us` }),
    ...(search.maxDuration === undefined ? {} : { maxDuration: `${search.maxDuration}us` }),
    raw: 'true',
  };
}

function tagsParameter(tags: readonly TagCondition[]): string {
  return JSON.stringify(Object.fromEntries(tags.map(({ key, value }) => [key, value])));
}

/** For a lookup, where a trace that cannot be read is a failure. */
function onlyTrace(found: Trace[], url: URL): SearchListener {
  return {
    onTrace: (trace) => void found.push(trace),
    onUnreadable: (problem) => {
      throw new JaegerFault(
        'jaeger-unreadable',
        `${placeOf(url)} gives a trace that cannot be read: ${problem.reason}`,
      );
    },
    onBytes: () => undefined,
  };
}

async function refuseFailure(answer: UpstreamAnswer, url: URL, isLookup: boolean): Promise<void> {
  if (answer.status >= 300 && answer.status < 400) throw faultOfRedirect(answer.status, answer.location, url);
  if (answer.status !== 200) throw faultOfAnswer(answer.status, await textOf(answer.body), url, isLookup);
}

async function splitOrRefuse(
  body: AsyncIterable<Uint8Array>,
  listener: SearchListener,
  url: URL,
): Promise<BodySummary> {
  try {
    return await streamTraces(body, listener);
  } catch (error) {
    if (!(error instanceof SplitFault)) throw error;
    switch (error.reason) {
      case 'not-an-object':
        throw notJaeger(placeOf(url));
      case 'garbage':
        throw new JaegerFault('jaeger-unreadable', `${placeOf(url)}: ${error.message}.`, { cause: error });
    }
  }
}

function refuseBadEnd(summary: BodySummary, url: URL): void {
  if (!summary.isComplete) throw brokenOff(url);
  if (!summary.hasData) throw notJaeger(placeOf(url));
  const message = jaegerMessage(`{"errors":${summary.errors ?? 'null'}}`);
  if (message !== undefined) throw new JaegerFault('jaeger-failed', `${placeOf(url)}: ${message}`);
}

function brokenOff(url: URL): JaegerFault {
  return new JaegerFault('jaeger-unreadable', `The answer of ${placeOf(url)} ends before it is complete.`);
}

function parseList<T>(text: string, schema: z.ZodType<T>, url: URL): T {
  if (!text.trimStart().startsWith('{')) throw notJaeger(placeOf(url));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new JaegerFault('jaeger-unreadable', `${placeOf(url)} answers broken JSON: ${String(cause)}`, { cause });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw notJaeger(placeOf(url));
  return parsed.data;
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_SMALL_BODY_BYTES) {
      throw new JaegerFault(
        'jaeger-too-large',
        `An answer that should be short has more than ${MAX_SMALL_BODY_BYTES} bytes.`,
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
