import { encodeLegacyTrace } from '../jaeger/encode-legacy-trace.ts';
import type { Trace } from '../trace/trace.ts';

/**
 * The body with which a `jaeger-query` answers `GET /api/traces` of the legacy dialect (v1.x to v2.20), holding these
 * traces in this order, a line feed at its end. What `encodeLegacyTrace` leaves out is not in it.
 */
export function legacyBody(traces: Iterable<Trace>): string {
  const data = Array.from(traces, (trace) => JSON.stringify(encodeLegacyTrace(trace)));
  return `{"data":[${data.join()}],"total":0,"limit":0,"offset":0,"errors":null}\n`;
}
