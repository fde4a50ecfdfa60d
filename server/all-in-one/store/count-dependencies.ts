import { yielder } from '../yield-to-others.ts';
import type { SpanStore } from './span-store.ts';
import type { StoredSpan } from './stored-span.ts';

export interface DependencyLink {
  readonly parent: string;
  readonly child: string;
  readonly callCount: number;
}

/**
 * How often one service called another: one call for every span whose parent is in the same trace, calls within a service
 * included, over the traces that have a span starting within the bounds (nanoseconds since 1970). Where several spans share
 * the parent's id the first to arrive counts.
 */
export async function countDependencies(
  store: SpanStore,
  startNanos: bigint,
  endNanos: bigint,
): Promise<readonly DependencyLink[]> {
  const giveWay = yielder();
  const counts = new Map<string, DependencyLink>();
  for (const { spans } of store.traces()) {
    await giveWay();
    if (!spans.some((span) => span.startNanos >= startNanos && span.startNanos <= endNanos)) continue;
    for (const { parent, child } of callsOf(spans)) {
      const key = JSON.stringify([parent, child]);
      counts.set(key, { parent, child, callCount: (counts.get(key)?.callCount ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}

function callsOf(spans: readonly StoredSpan[]): readonly { readonly parent: string; readonly child: string }[] {
  const byId = new Map<string, StoredSpan>();
  for (const span of spans) if (!byId.has(span.spanId)) byId.set(span.spanId, span);
  return spans.flatMap((span) => {
    const parent = byId.get(span.parentSpanId);
    return parent === undefined ? [] : [{ parent: parent.resource.serviceName, child: span.resource.serviceName }];
  });
}
