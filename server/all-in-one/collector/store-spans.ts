import type { StoredSpan } from '../store/stored-span.ts';
import { yielder } from '../yield-to-others.ts';
import type { SpanSink } from './span-sink.ts';

/** Spans stored between two chances for other work. */
const STORE_AT_ONCE = 500;

/** Stores the spans of a request, in turns with other work, and counts those that were refused. */
export async function storeSpans(spans: readonly StoredSpan[], refused: number, sink: SpanSink): Promise<void> {
  const giveWay = yielder();
  for (let from = 0; from < spans.length; from += STORE_AT_ONCE) {
    sink.add(spans.slice(from, from + STORE_AT_ONCE));
    await giveWay();
  }
  sink.refuse(refused);
}
