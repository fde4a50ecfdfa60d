import { decodeLegacyTrace } from '#core/jaeger/decode-legacy-trace.ts';
import { traceIdOf } from '#core/jaeger/hex-id.ts';
import { UnreadableTraceError } from '#core/jaeger/unreadable-trace-error.ts';
import type { Trace } from '#core/trace/trace.ts';
import type { Captured } from '../body/byte-capture.ts';
import { Pacer } from '../body/pacer.ts';
import { type BodySummary, TraceSplitter } from '../body/split-traces.ts';
import type { SearchListener } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';

/** A trace of 80 000 spans, about. One is parsed at once, so that a longer one would stop the event loop for too long. */
export const MAX_TRACE_BYTES = 64 * 2 ** 20;

/** Jaeger writes the id of a trace before all else. */
const HEAD_BYTES = 1024;
const ID_IN_HEAD = /"traceID"\s*:\s*"([0-9a-fA-F]{1,32})"/;

/** The event loop is free at least after each piece of this size. */
const PIECE_BYTES = 65_536;

/**
 * Reads the traces of a legacy body one by one while it arrives: split, parse, decode, hand over, forget. A trace that is
 * JSON but no trace, or too long, is told to `onUnreadable`; the others are read all the same.
 *
 * @throws JaegerFault `jaeger-unreadable` for text that is no JSON
 * @throws SplitFault
 */
export async function streamTraces(body: AsyncIterable<Uint8Array>, listener: SearchListener): Promise<BodySummary> {
  const splitter = new TraceSplitter(MAX_TRACE_BYTES);
  const pacer = new Pacer();
  for await (const chunk of body) {
    listener.onBytes(chunk.length);
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      for (const element of splitter.push(chunk.subarray(at, at + PIECE_BYTES))) {
        readElement(element, listener);
        await pacer.pause();
      }
      await pacer.pause();
    }
  }
  return splitter.end();
}

function readElement({ bytes, length }: Captured, listener: SearchListener): void {
  const decoded = bytes.length < length ? tooLong(bytes) : decode(parse(textOf(bytes)));
  if (decoded instanceof UnreadableTraceError) {
    const { traceId, reason } = decoded;
    listener.onUnreadable({ kind: 'unreadable-trace', traceId, reason }, length);
  } else {
    listener.onTrace(decoded);
  }
}

function tooLong(bytes: Uint8Array): UnreadableTraceError {
  const id = ID_IN_HEAD.exec(textOf(bytes.subarray(0, HEAD_BYTES)))?.[1];
  return new UnreadableTraceError(id === undefined ? '' : traceIdOf(id), `it is longer than ${MAX_TRACE_BYTES} bytes`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new JaegerFault('jaeger-unreadable', `Jaeger’s answer is broken JSON: ${String(cause)}`, { cause });
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

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
