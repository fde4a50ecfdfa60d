import { decodeLegacyTrace } from '#core/jaeger/decode-legacy-trace.ts';
import { UnreadableTraceError } from '#core/jaeger/unreadable-trace-error.ts';
import type { Trace } from '#core/trace/trace.ts';
import type { SearchListener } from './jaeger-client.ts';
import { JaegerFault } from './jaeger-fault.ts';
import { Pacer } from './pacer.ts';
import { type BodySummary, TraceSplitter } from './split-traces.ts';

/** A trace of 80 000 spans, about; one is parsed at once, so that more would stop the event loop for too long. */
const MAX_TRACE_BYTES = 64 * 2 ** 20;

/** The event loop is free at least after each piece of this size. */
const PIECE_BYTES = 65_536;

/**
 * Reads the traces of a legacy body one by one while it arrives: split, parse, decode, hand over, forget. A trace that is
 * JSON but no trace is told to `onUnreadable`; the others are read all the same.
 *
 * @throws JaegerFault `jaeger-unreadable` for text that is no JSON
 * @throws SplitFault
 */
export async function streamTraces(body: AsyncIterable<Uint8Array>, listener: SearchListener): Promise<BodySummary> {
  const splitter = new TraceSplitter(MAX_TRACE_BYTES);
  const pacer = new Pacer();
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    listener.onBytes(chunk.length);
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      for (const element of splitter.push(chunk.subarray(at, at + PIECE_BYTES))) {
        readElement(decoder.decode(element), element.length, listener);
        await pacer.pause();
      }
      await pacer.pause();
    }
  }
  return splitter.end();
}

function readElement(text: string, bytes: number, listener: SearchListener): void {
  const decoded = decode(parse(text));
  if (decoded instanceof UnreadableTraceError) {
    const { traceId, reason } = decoded;
    listener.onUnreadable({ kind: 'unreadable-trace', traceId, reason }, bytes);
  } else {
    listener.onTrace(decoded);
  }
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
