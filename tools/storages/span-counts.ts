import type { WalkedSlices } from '../../server/jaeger-query/testing/walk-slices.ts';

/** How many spans were read of each trace. Where a trace came more than once, the fullest counts, as in the page. */
export function spanCounts({ tables }: Pick<WalkedSlices, 'tables'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { traceIds, firstSpan } of tables) {
    for (const [row, id] of traceIds.entries()) {
      counts.set(id, Math.max(counts.get(id) ?? 0, firstSpan[row + 1]! - firstSpan[row]!));
    }
  }
  return counts;
}
