import type * as z from 'zod';
import { buildTrace } from '../trace/build-trace.ts';
import type { Resource, Trace } from '../trace/trace.ts';
import { decodeLegacySpan } from './decode-legacy-span.ts';
import { traceIdOf, wireTraceId } from './hex-id.ts';
import { isLegacyTrace } from './is-legacy-trace.ts';
import { decodeKeyValues } from './key-values.ts';
import { type LegacyProcess, type LegacyTrace, legacyTrace } from './legacy-wire.ts';
import { UNKNOWN_SERVICE } from './unknown-service.ts';
import { UnreadableTraceError } from './unreadable-trace-error.ts';

/**
 * One trace of the legacy dialect, `data[i]` of its answers, as the one model. Whatever a Jaeger of v1.12 or later
 * sends is read; what is odd about the trace itself is in its `problems`.
 *
 * @throws UnreadableTraceError if it lacks what a trace cannot do without.
 */
export function decodeLegacyTrace(wire: unknown): Trace {
  const { traceID, spans, processes } = isLegacyTrace(wire) ? wire : parse(wire);
  const traceId = traceIdOf(traceID);
  const resources = new Map<string, Resource>();
  for (const [id, process] of Object.entries(processes ?? {})) resources.set(id, decodeProcess(process));
  return buildTrace(
    traceId,
    spans.map((span) => decodeLegacySpan(span, traceId, resources.get(span.processID ?? '') ?? NO_PROCESS)),
  );
}

/** The schema has the last word on whatever the quick look did not take for a trace, and says what is wrong with it. */
function parse(wire: unknown): LegacyTrace {
  const parsed = legacyTrace.safeParse(wire);
  if (!parsed.success) throw unreadable(wire, parsed.error);
  return parsed.data;
}

function unreadable(wire: unknown, error: z.ZodError): UnreadableTraceError {
  const id =
    typeof wire === 'object' && wire !== null && 'traceID' in wire ? wireTraceId.safeParse(wire.traceID) : undefined;
  const issue = error.issues[0];
  const path = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  return new UnreadableTraceError(id?.success ? traceIdOf(id.data) : '', `${path}${issue?.message ?? 'invalid'}`, {
    cause: error,
  });
}

const NO_PROCESS: Resource = { service: UNKNOWN_SERVICE, attributes: [] };

function decodeProcess({ serviceName, tags }: LegacyProcess): Resource {
  return { service: serviceName || UNKNOWN_SERVICE, attributes: decodeKeyValues(tags) };
}
