import type { FastifyInstance } from 'fastify';
import type { Log } from '#core/log.ts';
import type { UpstreamDone } from '../jaeger-query/upstream/upstream.ts';

export interface TracingOptions {
  /** Where OTLP requests go, with path. */
  readonly tracesUrl: string;
  readonly serviceName: string;
  /** Of Kuji. */
  readonly version: string;
  readonly log: Log;
}

/** Traces of what Kuji does. */
export interface Tracing {
  /** Makes a span of each request of the API. Must be registered before whatever may refuse one. */
  traceRequests(app: FastifyInstance): void;
  /** Makes a span of a question to Jaeger that is over; called where it was awaited. */
  asked(done: UpstreamDone): void;
  /** Sends what is left, for so many milliseconds at most. */
  shutdown(millis: number): Promise<void>;
}
