import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { RequestSpan } from './request-span.ts';
import { tellingExporter } from './telling-exporter.ts';
import { traceRequests } from './trace-requests.ts';
import type { Tracing, TracingOptions } from './tracing.ts';
import { addUpstreamSpan } from './upstream-span.ts';

/** Finished spans that wait; further ones are dropped. Some 2 MB. */
const MAX_QUEUE = 2048;
const MAX_BATCH = 512;
const BATCH_DELAY_MILLIS = 1000;

/** Of one request to the collector, with what is sent again. */
const EXPORT_TIMEOUT_MILLIS = 3000;

/** An address is up to whoever asks. */
const MAX_VALUE_CHARACTERS = 300;

/**
 * Traces of this process by the SDK of OpenTelemetry, which takes login, certificate and compression for the collector from
 * its own variables. It is not registered globally: the omikuji app has a tracer of its own in the same process.
 */
export function startTracing({ tracesUrl, serviceName, version, log }: TracingOptions): Tracing {
  const exporter = new OTLPTraceExporter({ url: tracesUrl, timeoutMillis: EXPORT_TIMEOUT_MILLIS });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': version }),
    sampler: new AlwaysOnSampler(),
    spanLimits: { attributeValueLengthLimit: MAX_VALUE_CHARACTERS },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: tellingExporter(exporter, log),
        maxQueueSize: MAX_QUEUE,
        maxExportBatchSize: MAX_BATCH,
        scheduledDelayMillis: BATCH_DELAY_MILLIS,
        exportTimeoutMillis: EXPORT_TIMEOUT_MILLIS + 1000,
      }),
    ],
  });
  const tracer = provider.getTracer('kuji', version);
  const current = new AsyncLocalStorage<RequestSpan>();
  return {
    traceRequests: (app) => traceRequests(app, tracer, current),
    asked: (done) => {
      const parent = current.getStore();
      // Nobody has asked, but we ourselves: whether we are ready, what Jaeger it is.
      if (parent !== undefined) addUpstreamSpan(tracer, parent, done);
    },
    shutdown: async (millis) => {
      // The exporter tells of failures.
      const sent = Promise.allSettled([provider.shutdown()]).then(() => true);
      const waiting = new AbortController();
      const isOver = await Promise.race([sent, sleep(millis, false, { signal: waiting.signal })]);
      waiting.abort();
      if (!isOver) log('warn', 'the collector has not taken the last spans of Kuji in time');
    },
  };
}
