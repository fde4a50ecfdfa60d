import { decodeSlice } from '#core/spans/decode-slice.ts';
import { encodeSlice } from '#core/spans/encode-slice.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import type { Trace } from '#core/trace/trace.ts';
import { unixMicros } from '#core/units.ts';
import type { JaegerClient } from '../../../server/jaeger-query/jaeger-client.ts';
import { JaegerFault } from '../../../server/jaeger-query/jaeger-fault.ts';
import type { Upstream } from '../../../server/jaeger-query/upstream/upstream.ts';
import { anySliceInfo } from '../inputs/any-slice-info.ts';
import { checkTable } from './check-table.ts';
import { checkTrace } from './check-trace.ts';
import { onlyAsync } from './only.ts';
import { require } from './require.ts';

const idle = new AbortController().signal;
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

/**
 * Reads a body as the answer to a search, as the server does: cut while it arrives, decoded, put into columns, encoded as a slice,
 * and decoded again as the browser does.
 */
export async function readAnswer(body: Uint8Array, clientOf: (upstream: Upstream) => JaegerClient): Promise<void> {
  const upstream: Upstream = {
    // A copy over an ArrayBuffer of its own, which is what a body can be made of.
    fetch: async () => new Response(Uint8Array.from(body), { headers: { 'content-type': 'application/json' } }),
    baseUrl: new URL('http://jaeger.invalid'),
    timeoutMillis: 60_000,
    maxBytes: 2 ** 24,
  };
  const fullest = new Map<string, Trace>();
  const unreadable: string[] = [];
  const listener = {
    onTrace: (trace: Trace) => {
      checkTrace(trace);
      if ((fullest.get(trace.id)?.spans.length ?? 0) < trace.spans.length) fullest.set(trace.id, trace);
    },
    onUnreadable: ({ reason }: { readonly reason: string }) => void unreadable.push(reason),
    onBytes: () => undefined,
  };
  await onlyAsync(JaegerFault, () => clientOf(upstream).search(SEARCH, listener, idle));
  require(unreadable.every((reason) => reason !== '' && reason.length < 1000), 'a refusal has a reason, not too long');
  const table = new SpanTableBuilder();
  for (const trace of fullest.values()) table.appendTrace(trace);
  const built = table.table();
  checkTable(built);
  if (built.traceCount === 0) return;
  const sent = decodeSlice(encodeSlice(built, anySliceInfo(built)));
  checkTable(sent.table);
  require(sent.table.spanCount === built.spanCount, 'a slice has all spans');
}
