import { yielder } from '../yield-to-others.ts';
import { matchesSpan } from './matches-span.ts';
import type { SpanQuery } from './span-query.ts';
import type { SpanStore, StoredTrace } from './span-store.ts';

/**
 * At most `limit` traces of which one span matches, those that arrived last, the last one first.
 * A search that finds little reads much; other work of the process gets its turn in between.
 */
export async function searchTraces(store: SpanStore, query: SpanQuery, limit: number): Promise<readonly StoredTrace[]> {
  const giveWay = yielder();
  const found: StoredTrace[] = [];
  for (const trace of query.service === undefined ? store.traces() : store.tracesOf(query.service)) {
    if (found.length === limit) break;
    if (trace.spans.some((span) => matchesSpan(span, query))) found.push(trace);
    await giveWay();
  }
  return found;
}
