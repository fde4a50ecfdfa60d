import { decodeSpans } from './decode-spans.ts';
import type { ReceiverMeter } from './receiver-meter.ts';
import type { SpanGroup } from './span-group.ts';
import type { SpanSink } from './span-sink.ts';
import { storeSpans } from './store-spans.ts';

/**
 * Decodes the spans of a request and stores them, all or none of them. Answers how many were refused for an all-zero id.
 *
 * @throws BadOtlp where one of them cannot be read
 */
export async function storeGroups(groups: readonly SpanGroup[], sink: SpanSink, meter: ReceiverMeter): Promise<number> {
  const { spans, refused } = await decodeSpans(groups);
  await storeSpans(spans, refused, sink);
  meter.took(spans.length);
  return refused;
}
