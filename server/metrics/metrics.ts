import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { EmbeddedCounts, SliceInfo } from '#core/api.ts';
import { dialectOfUrl } from '../jaeger-query/upstream/dialect-of-url.ts';
import type { UpstreamDone } from '../jaeger-query/upstream/upstream.ts';

/** A request that was answered. */
export interface AnsweredRequest {
  readonly method: string;
  /** Of the table of routes, never what was asked: the number of time series must not be up to clients. */
  readonly route: string;
  readonly status: number;
  readonly millis: number;
  readonly bytes: number;
}

/** What an operator can watch, as Prometheus reads it. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  answered(request: AnsweredRequest): void;
  asked(done: UpstreamDone): void;
  sliced(info: SliceInfo): void;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** @param embedded what the embedded Jaeger holds; absent where there is none */
export function createMetrics(embedded: (() => EmbeddedCounts) | undefined): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // Event loop, memory, garbage collection and file descriptors of the process.
  collectDefaultMetrics({ register: registry });
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Counter({ name, help, labelNames: [...labelNames], registers });

  const requests = counter('kuji_http_requests_total', 'Requests answered.', ['method', 'route', 'status']);
  const requestSeconds = new Histogram({
    name: 'kuji_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  });
  const sentBytes = counter('kuji_http_response_bytes_total', 'Bodies of answers, as they are sent.', ['route']);
  const asked = counter('kuji_upstream_requests_total', 'Questions to Jaeger that are over.', ['dialect', 'result']);
  const askedSeconds = new Histogram({
    name: 'kuji_upstream_request_duration_seconds',
    help: 'Of a question to Jaeger, with what was asked again, without the time in the queue.',
    labelNames: ['dialect'],
    buckets: SECONDS,
    registers,
  });
  const readBytes = counter('kuji_upstream_response_bytes_total', 'Read from Jaeger, after decompression.', [
    'dialect',
  ]);
  const slices = counter('kuji_slices_total', 'Slices made.', ['state']);
  const traces = counter('kuji_traces_total', 'Traces in slices.');
  const spans = counter('kuji_spans_total', 'Spans in slices.');
  const problems = counter('kuji_trace_problems_total', 'Traces that could not be read.', ['kind']);
  if (embedded !== undefined) registerEmbedded(embedded, registers);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered: ({ method, route, status, millis, bytes }) => {
      requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` });
      requestSeconds.observe({ route }, millis / 1000);
      sentBytes.inc({ route }, bytes);
    },
    asked: ({ url, result, millis, bytes }) => {
      const dialect = dialectOfUrl(url);
      asked.inc({ dialect, result });
      askedSeconds.observe({ dialect }, millis / 1000);
      readBytes.inc({ dialect }, bytes);
    },
    sliced: (info) => {
      slices.inc({ state: info.state });
      traces.inc(info.traces);
      spans.inc(info.spans);
      for (const { kind } of info.problems) problems.inc({ kind });
    },
  };
}

/** Read when somebody asks for them. */
function registerEmbedded(embedded: () => EmbeddedCounts, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: (counts: EmbeddedCounts) => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read(embedded()));
      },
    });
  };
  gauge('kuji_embedded_traces', 'Traces that the embedded Jaeger holds.', ({ traces }) => traces);
  gauge('kuji_embedded_spans', 'Spans that the embedded Jaeger holds.', ({ spans }) => spans);
  gauge('kuji_embedded_dropped_traces', 'Oldest traces dropped to make room.', ({ droppedTraces }) => droppedTraces);
  gauge('kuji_embedded_dropped_spans', 'Spans beyond what one trace may have.', ({ droppedSpans }) => droppedSpans);
  gauge('kuji_embedded_refused_spans', 'Spans whose id is all zeros.', ({ refusedSpans }) => refusedSpans);
}
