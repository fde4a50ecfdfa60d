import { encodeLegacyTrace } from '#core/jaeger/encode-legacy-trace.ts';
import type { Trace } from '#core/trace/trace.ts';
import { startFakeUpstream } from '../../server/jaeger-query/testing/fake-upstream.ts';

/** A jaeger-query that knows these traces, as quick as any can be: every answer is ready. Its search is by time and number alone. */
export async function startTracesJaeger(traces: Iterable<Trace>) {
  const held = Array.from(traces, (trace) => ({ start: trace.start, json: JSON.stringify(encodeLegacyTrace(trace)) }));
  held.sort((a, b) => b.start - a.start);
  const service = 'gateway';
  return await startFakeUpstream((request, response) => {
    const url = new URL(request.url ?? '/', 'http://jaeger.invalid');
    const answer = (json: string): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(json);
    };
    const listOf = (items: string): string => `{"data":[${items}],"total":0,"limit":0,"offset":0,"errors":null}`;
    if (url.pathname === '/api/services') answer(listOf(JSON.stringify(service)));
    else if (url.pathname === '/api/traces') {
      const [from, to] = [Number(url.searchParams.get('start')), Number(url.searchParams.get('end'))];
      const found = held.filter(({ start }) => start >= from && start <= to);
      const limit = Number(url.searchParams.get('limit') ?? 20);
      answer(
        listOf(
          found
            .slice(0, limit)
            .map(({ json }) => json)
            .join(),
        ),
      );
    } else if (url.pathname === '/api/operations') answer(listOf(''));
    else response.writeHead(404).end();
  });
}
