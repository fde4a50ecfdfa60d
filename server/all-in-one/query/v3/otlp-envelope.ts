import type { StoredSpan } from '../../store/stored-span.ts';
import { resourceSpansJson } from './otlp-json.ts';

/** The frame around traces of `/api/v3`, one piece of text per trace. They are merged into one list, as jaeger-query does it. */
export function* otlpEnvelope(traces: Iterable<readonly StoredSpan[]>): Generator<string> {
  let separator = '{"result":{"resourceSpans":[';
  for (const spans of traces) {
    yield separator + resourceSpansJson(spans);
    separator = ',';
  }
  yield ']}}';
}
