import { traceIdOf } from '#core/jaeger/hex-id.ts';
import { UnreadableTraceError } from '#core/jaeger/unreadable-trace-error.ts';

/** A trace of 80 000 spans, about. One is parsed at once, so that a longer one would stop the event loop for too long. */
export const MAX_TRACE_BYTES = 64 * 2 ** 20;

/** Either dialect writes the id of a trace early: the legacy one before all else, v3 after the resource. */
const HEAD_BYTES = 65_536;
const ID_IN_HEAD = /"trace(?:ID|Id)"\s*:\s*"([0-9a-fA-F]{1,32})"/;

/** @param bytes the beginning of the trace, or of the element that it stands in */
export function tooLongTrace(bytes: Uint8Array): UnreadableTraceError {
  const id = ID_IN_HEAD.exec(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)))?.[1];
  return new UnreadableTraceError(id === undefined ? '' : traceIdOf(id), longerThan(MAX_TRACE_BYTES));
}

/** Why a trace was given up. */
export function longerThan(bytes: number): string {
  return `it is longer than ${bytes} bytes`;
}
