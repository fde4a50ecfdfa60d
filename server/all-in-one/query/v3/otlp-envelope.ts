import type { StoredSpan } from '../../store/stored-span.ts';
import { OtlpWriter } from './otlp-writer.ts';

/** The frame around traces of `/api/v3`, one piece of text per trace. They are merged into one list, as jaeger-query does it. */
export function* otlpEnvelope(traces: Iterable<readonly StoredSpan[]>): Generator<string> {
  const writer = new OtlpWriter();
  let separator = '{"result":{"resourceSpans":[';
  for (const spans of traces) {
    yield separator + writer.resourceSpans(spans);
    separator = ',';
  }
  yield ']}}';
}
