import { yielder } from '../yield-to-others.ts';
import { decodeSpans } from './decode-spans.ts';
import type { SpanSink } from './otlp-http.ts';
import type { ReceiverMeter } from './receiver-meter.ts';
import type { SpanGroup } from './span-group.ts';

/** Spans stored between two chances for other work. */
const STORE_AT_ONCE = 500;

/**
 * Decodes the spans of a request and stores them, all or none of them. Answers how many were refused for an all-zero id.
 *
 * @throws BadOtlp where one of them cannot be read
 */
export async function storeGroups(groups: readonly SpanGroup[], sink: SpanSink, meter: ReceiverMeter): Promise<number> {
  const { spans, refused } = await decodeSpans(groups);
  const giveWay = yielder();
  for (let from = 0; from < spans.length; from += STORE_AT_ONCE) {
    sink.add(spans.slice(from, from + STORE_AT_ONCE));
    await giveWay();
  }
  sink.refuse(refused);
  meter.took(spans.length);
  return refused;
}
