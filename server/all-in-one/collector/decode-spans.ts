import type { SpanResource, StoredSpan } from '../store/stored-span.ts';
import { yielder } from '../yield-to-others.ts';
import type { Resource } from './otlp_pb.ts';
import { resourceFromOtlp, scopeFromOtlp, spanFromOtlp } from './span-from-otlp.ts';
import type { SpanGroup } from './span-group.ts';

/**
 * The spans to store, and how many were refused for an all-zero id. All or nothing: one unreadable span fails the request.
 * Other work of the process gets its turn in between.
 *
 * @throws BadOtlp at the first span that cannot be read
 */
export async function decodeSpans(
  groups: readonly SpanGroup[],
): Promise<{ readonly spans: readonly StoredSpan[]; readonly refused: number }> {
  const giveWay = yielder();
  const spans: StoredSpan[] = [];
  let refused = 0;
  const resources = new Map<Resource, SpanResource>();
  for (const group of groups) {
    const resource = resources.get(group.resource) ?? resourceFromOtlp(group.resource, group.resourceSchemaUrl);
    resources.set(group.resource, resource);
    const scope = scopeFromOtlp(group.scope, group.scopeSchemaUrl);
    for (const otlpSpan of group.spans) {
      const span = spanFromOtlp(otlpSpan, resource, scope);
      if (span === undefined) refused++;
      else spans.push(span);
      await giveWay();
    }
  }
  return { spans, refused };
}
