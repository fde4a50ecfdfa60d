/**
 * Jaeger's own components, as they call themselves in the traces they write about themselves. v2 is `jaeger` whatever
 * it runs.
 */
const JAEGER_OWN_SERVICES: ReadonlySet<string> = new Set([
  'jaeger',
  'jaeger-all-in-one',
  'jaeger-query',
  'jaeger-collector',
  'jaeger-ingester',
  'jaeger-agent',
]);

/**
 * Whether a service is Jaeger tracing itself: one appears as soon as somebody asks a question. Listed last, never a
 * default.
 */
export function isJaegerOwnService(service: string): boolean {
  return JAEGER_OWN_SERVICES.has(service);
}
