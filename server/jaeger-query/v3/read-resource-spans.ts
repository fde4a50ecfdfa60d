import { decodeV3ResourceSpans, type V3Span } from '#core/jaeger/decode-v3-resource-spans.ts';
import { UnreadableTraceError } from '#core/jaeger/unreadable-trace-error.ts';
import type { Captured } from '../body/byte-capture.ts';
import { parseElement } from '../body/parse-element.ts';
import { tooLongTrace } from '../body/too-long-trace.ts';

/** The spans of one element of a v3 body. @throws JaegerFault `jaeger-unreadable` for text that is no JSON */
export function readResourceSpans({ bytes, length }: Captured): readonly V3Span[] | UnreadableTraceError {
  if (bytes.length < length) return tooLongTrace(bytes);
  const wire = parseElement(bytes);
  try {
    return decodeV3ResourceSpans(wire);
  } catch (error) {
    if (error instanceof UnreadableTraceError) return error;
    throw error;
  }
}
