import type { HrTime, Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Log } from '#core/log.ts';
import { RetainingSpanProcessor } from './retaining-span-processor.ts';

export interface Telemetry {
  readonly tracer: Tracer;
  /** Sends what is left, for a few seconds at most. */
  shutdown(): Promise<void>;
}

export interface TelemetryOptions {
  /** Where OTLP requests go, with path. */
  readonly tracesUrl: string;
  readonly serviceName: string;
  readonly log: Log;
}

/** How long one request to the collector may take, its own retries included. */
const EXPORT_TIMEOUT_MS = 3_000;

/** A tracer of the OpenTelemetry SDK that samples everything. It is not registered globally: two apps can live side by side. */
export function startTelemetry({ tracesUrl, serviceName, log }: TelemetryOptions): Telemetry {
  const exporter = new OTLPTraceExporter({ url: tracesUrl, timeoutMillis: EXPORT_TIMEOUT_MS });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new AlwaysOnSampler(),
    spanProcessors: [new RetainingSpanProcessor({ exporter, log })],
  });
  return { tracer: provider.getTracer('omikuji'), shutdown: () => provider.shutdown() };
}

/** A time in milliseconds since 1970 as the SDK takes it. Given as milliseconds it would be rounded to whole ones in places. */
export function hrTime(millis: number): HrTime {
  const nanosTotal = BigInt(Math.trunc(millis)) * 1_000_000n + BigInt(Math.round((millis % 1) * 1e6));
  return [Number(nanosTotal / 1_000_000_000n), Number(nanosTotal % 1_000_000_000n)];
}
