import * as z from 'zod';
import type { TagCondition } from '#core/jaeger/tag-conditions.ts';
import type { Trace } from '#core/trace/trace.ts';
import type { BodyFormat } from '../body/body-format.ts';
import { listenForOneTrace } from '../body/listen-for-one-trace.ts';
import { readElements } from '../body/read-elements.ts';
import { readList } from '../body/read-list.ts';
import { refuseFailure } from '../body/refuse-failure.ts';
import type { JaegerClient, SearchListener, TraceSearch } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import { type Upstream, upstreamUrl, withUpstream } from '../upstream/upstream.ts';
import { readLegacyTrace } from './read-legacy-trace.ts';

/** Jaeger before 2 says `null` for an empty list. */
const serviceList = z.object({ data: z.array(z.string()).nullable() });
/** Names alone in Jaeger before 1.20. */
const operationList = z.object({ data: z.array(z.union([z.string(), z.object({ name: z.string() })])).nullable() });

/** `{"data":[{"traceID":…},…],"total":0,…,"errors":[{"code":500,"msg":"…"}]}` */
const TRACES: BodyFormat = { path: ['data'], failureKey: 'errors', canBeEmpty: false };

/**
 * A jaeger-query that speaks the API of its own UI (`/api/services`, `/api/operations`, `/api/traces`): every version up to
 * 2.20. It always sends `raw=true`, without which reading a trace changes what 2.20 keeps, and always a limit.
 */
export function legacyClient(upstream: Upstream): JaegerClient {
  const urlOf = (path: readonly string[], query?: Record<string, string>) => upstreamUrl(upstream.baseUrl, path, query);

  async function readTraces(url: URL, listener: SearchListener, signal: AbortSignal, isLookup: boolean): Promise<void> {
    await withUpstream(upstream, url, signal, async (answer) => {
      await refuseFailure(answer, url, isLookup);
      await readElements(answer, url, TRACES, {
        onElement: (element) => readLegacyTrace(element, listener),
        onBytes: listener.onBytes,
      });
    });
  }

  return {
    async services(signal) {
      const list = await readList(upstream, urlOf(['api', 'services']), serviceList, signal);
      return list.data ?? [];
    },
    async operations(service, signal) {
      const list = await readList(upstream, urlOf(['api', 'operations'], { service }), operationList, signal);
      return (list.data ?? []).map((item) => (typeof item === 'string' ? item : item.name));
    },
    async search(search, listener, signal) {
      await readTraces(urlOf(['api', 'traces'], searchParameters(search)), listener, signal, false);
      return { hasFilteredTags: true };
    },
    async trace(id, signal) {
      const url = urlOf(['api', 'traces', id], { raw: 'true' });
      const found: Trace[] = [];
      await readTraces(url, listenForOneTrace(found, url), signal, true);
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
