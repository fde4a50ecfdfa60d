import { decodeLegacyTrace } from '#core/jaeger/decode-legacy-trace.ts';
import { decodeV3ResourceSpans } from '#core/jaeger/decode-v3-resource-spans.ts';
import { adjustTrace } from '../../../server/all-in-one/query/adjust/adjust-trace.ts';
import { jaegerTrace } from '../../../server/all-in-one/query/jaeger-trace.ts';
import { OtlpWriter } from '../../../server/all-in-one/query/v3/otlp-writer.ts';
import { NO_SPAN_ID, NO_TRACE_ID, type StoredSpan } from '../../../server/all-in-one/store/stored-span.ts';
import { checkTrace } from './check-trace.ts';
import { require } from './require.ts';

const MAX_UINT64 = 2n ** 64n - 1n;

/**
 * What is taken in can be kept, shown in both dialects of Jaeger, raw and adjusted, and read by our own client. @throws BrokenRule
 */
export function checkStoredSpans(spans: readonly StoredSpan[]): void {
  for (const span of spans) checkSpan(span);
  for (const [traceId, trace] of Map.groupBy(spans, (span) => span.traceId)) {
    for (const shown of [trace, adjustTrace(trace)]) {
      checkTrace(decodeLegacyTrace(JSON.parse(JSON.stringify(jaegerTrace(traceId, shown)))));
      const v3: unknown = JSON.parse(`[${new OtlpWriter().resourceSpans(shown)}]`);
      require(Array.isArray(v3), 'v3 is a list');
      const read = (v3 as readonly unknown[]).flatMap(decodeV3ResourceSpans);
      require(read.length === shown.length, 'v3 has all spans');
    }
  }
}

function checkSpan({ traceId, spanId, parentSpanId, startNanos, endNanos, events, links, resource }: StoredSpan): void {
  require(/^[0-9a-f]{32}$/.test(traceId) && traceId !== NO_TRACE_ID, 'a trace id is 32 digits, not all zeros');
  require(/^[0-9a-f]{16}$/.test(spanId) && spanId !== NO_SPAN_ID, 'a span id is 16 digits, not all zeros');
  require(/^[0-9a-f]{16}$/.test(parentSpanId), 'the id of a parent is 16 digits');
  require(startNanos >= 0n && endNanos > startNanos && endNanos <= MAX_UINT64 + 1n, 'a span ends after it starts');
  require(events.every(({ atNanos }) => typeof atNanos === 'bigint'), 'events have times');
  require(links.every((link) => link.traceId.length === 32 && link.spanId.length === 16), 'links have ids');
  require(typeof resource.serviceName === 'string' && resource.serviceName !== '', 'a service has a name');
}
