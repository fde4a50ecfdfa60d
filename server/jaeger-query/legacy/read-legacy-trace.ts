import { decodeLegacyTrace } from '#core/jaeger/decode-legacy-trace.ts';
import { UnreadableTraceError } from '#core/jaeger/unreadable-trace-error.ts';
import type { Trace } from '#core/trace/trace.ts';
import type { Captured } from '../body/byte-capture.ts';
import { parseElement } from '../body/parse-element.ts';
import { tooLongTrace } from '../body/too-long-trace.ts';
import type { SearchListener } from '../jaeger-client.ts';

/**
 * Decodes one element of a legacy body and hands it over. One that is JSON but no trace, or too long, is told to
 * `onUnreadable`.
 *
 * @throws JaegerFault `jaeger-unreadable` for text that is no JSON
 */
export function readLegacyTrace({ bytes, length }: Captured, listener: SearchListener): void {
  const decoded = bytes.length < length ? tooLongTrace(bytes) : decode(parseElement(bytes));
  if (decoded instanceof UnreadableTraceError) {
    const { traceId, reason } = decoded;
    listener.onUnreadable({ kind: 'unreadable-trace', traceId, reason }, length);
  } else {
    listener.onTrace(decoded);
  }
}

function decode(wire: unknown): Trace | UnreadableTraceError {
  try {
    return decodeLegacyTrace(wire);
  } catch (error) {
    if (error instanceof UnreadableTraceError) return error;
    throw error;
  }
}
