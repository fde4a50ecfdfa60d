import * as z from 'zod';
import { traceIdOf } from '#core/jaeger/hex-id.ts';
import { UnreadableTraceError } from '#core/jaeger/unreadable-trace-error.ts';
import type { Trace } from '#core/trace/trace.ts';
import type { BodyFormat } from '../body/body-format.ts';
import { listenForOneTrace } from '../body/listen-for-one-trace.ts';
import { readElements } from '../body/read-elements.ts';
import { readList } from '../body/read-list.ts';
import { refuseFailure } from '../body/refuse-failure.ts';
import type { ElementListener } from '../body/stream-elements.ts';
import type { JaegerClient, SearchListener } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import { placeOf } from '../upstream/place-of.ts';
import { type Upstream, upstreamUrl, withUpstream } from '../upstream/upstream.ts';
import { readResourceSpans } from './read-resource-spans.ts';
import { TraceRuns } from './trace-runs.ts';
import type { V3Dialect } from './v3-dialect.ts';
import { v3LookupParameters, v3SearchParameters } from './v3-parameters.ts';

/** Jaeger 1.x leaves out an empty list; so may whatever writes protobuf's JSON. */
const nothing = z.strictObject({});
const serviceList = z.union([z.object({ services: z.array(z.string()) }), nothing]);
/** The name of an operation is left out as well where it is empty. */
const operationList = z.union([z.object({ operations: z.array(z.object({ name: z.string().optional() })) }), nothing]);

/** `{"result":{"resourceSpans":[{"resource":…,"scopeSpans":…},…]}}`, or `{"error":{"httpCode":…,"message":…}}` */
const RESOURCE_SPANS: BodyFormat = { path: ['result', 'resourceSpans'], failureKey: 'error', canBeEmpty: true };

/** Traces of a page that are asked for once more because they came in pieces. Jaeger's never do. */
const MAX_REAPPEARED = 20;

/**
 * A jaeger-query that speaks the stable API (`/api/v3`), which is the only one from 2.21 on. It always sends `rawTraces=true`,
 * without which reading a trace changes what 2.20 keeps, and always a limit.
 */
export function v3Client(upstream: Upstream, dialect: V3Dialect): JaegerClient {
  const urlOf = (path: readonly string[], query?: Record<string, string>) =>
    upstreamUrl(upstream.baseUrl, ['api', 'v3', ...path], query);

  /** Nothing found is a 404 here, for a search as well. */
  async function readTraces(url: URL, listener: ElementListener, signal: AbortSignal): Promise<void> {
    await withUpstream(upstream, url, signal, async (answer) => {
      await refuseFailure(answer, url, true);
      await readElements(answer, url, RESOURCE_SPANS, listener);
    });
  }

  async function readTrace(id: string, onBytes: SearchListener['onBytes'], signal: AbortSignal): Promise<Trace> {
    const url = urlOf(['traces', id], v3LookupParameters(dialect));
    const found: Trace[] = [];
    const wanted = traceIdOf(id);
    const runs = new TraceRuns(listenForOneTrace(found, url));
    await readTraces(
      url,
      {
        onElement: (element) => {
          const spans = readResourceSpans(element);
          if (spans instanceof UnreadableTraceError) runs.addUnreadable(spans, element.length);
          else
            runs.add(
              spans.filter(({ traceId }) => traceId === wanted),
              element.length,
            );
        },
        onBytes,
      },
      signal,
    );
    runs.end();
    const [trace] = found;
    if (trace === undefined) throw new JaegerFault('trace-not-found', `Jaeger has no trace ${id}.`);
    return trace;
  }

  async function searchTraces(url: URL, listener: SearchListener, signal: AbortSignal): Promise<ReadonlySet<string>> {
    const runs = new TraceRuns(listener);
    const onElement: ElementListener['onElement'] = (element) => {
      const spans = readResourceSpans(element);
      if (spans instanceof UnreadableTraceError) runs.addUnreadable(spans, element.length);
      else runs.add(spans, element.length);
      if (runs.reappeared.size > MAX_REAPPEARED) throw tooManyReappeared(url);
    };
    try {
      await readTraces(url, { onElement, onBytes: listener.onBytes }, signal);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
    runs.end();
    return runs.reappeared;
  }

  /** A trace of which only a part was handed over. */
  async function readAgain(id: string, listener: SearchListener, signal: AbortSignal): Promise<void> {
    try {
      listener.onTrace(await readTrace(id, listener.onBytes, signal));
    } catch (error) {
      if (!isNotFound(error)) throw error;
      const reason = 'it came in pieces, and is gone since';
      listener.onUnreadable({ kind: 'unreadable-trace', traceId: id, reason }, 0);
    }
  }

  return {
    async services(signal) {
      const list = await readList(upstream, urlOf(['services']), serviceList, signal);
      return 'services' in list ? list.services : [];
    },
    async operations(service, signal) {
      const list = await readList(upstream, urlOf(['operations'], { service }), operationList, signal);
      return 'operations' in list ? list.operations.map(({ name }) => name ?? '') : [];
    },
    async search(search, listener, signal) {
      const url = urlOf(['traces'], v3SearchParameters(search, dialect));
      for (const id of await searchTraces(url, listener, signal)) await readAgain(id, listener, signal);
      return { hasFilteredTags: dialect.filtersAttributes };
    },
    async trace(id, signal) {
      return await readTrace(id, () => undefined, signal);
    },
  };
}

function isNotFound(error: unknown): boolean {
  return error instanceof JaegerFault && error.code === 'trace-not-found';
}

function tooManyReappeared(url: URL): JaegerFault {
  return new JaegerFault(
    'jaeger-unreadable',
    `${placeOf(url)} mixes the spans of different traces: more than ${MAX_REAPPEARED} traces come in pieces that are not one after the other.`,
  );
}
