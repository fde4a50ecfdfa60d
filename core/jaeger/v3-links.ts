import type { SpanLink } from '../trace/trace.ts';
import { spanIdOf, traceIdOf } from './hex-id.ts';
import { type ParentAndLinks, parentAndLinks, type Reference, ZERO_SPAN_ID } from './parent-and-links.ts';
import type { V3Link, V3SpanWire } from './v3-wire.ts';

const NO_LINKS: readonly SpanLink[] = [];
const NO_PARENT_AND_NO_LINKS: ParentAndLinks = { parentId: '', links: NO_LINKS };

/**
 * The parent and the links of a span by way of the references that the legacy dialect makes of them, so that both tell
 * the same: the parent first, as CHILD_OF, or as what a link to it says; then the other links. A link is FOLLOWS_FROM
 * unless its attribute `opentracing.ref_type` says `child_of`.
 */
export function decodeV3Links({ parentSpanId, links }: V3SpanWire, traceId: string): ParentAndLinks {
  const parentId = spanIdOf(parentSpanId ?? '');
  const hasParent = parentId !== ZERO_SPAN_ID;
  if (links == null || links.length === 0) return hasParent ? { parentId, links: NO_LINKS } : NO_PARENT_AND_NO_LINKS;
  const isToParent = ({ link }: Reference): boolean =>
    hasParent && link.spanId === parentId && link.traceId === traceId;
  const linked = links.map(referenceOf);
  if (!hasParent) return parentAndLinks(linked, traceId, false);
  const parent: Reference = {
    isChildOf: linked.findLast(isToParent)?.isChildOf ?? true,
    link: { traceId, spanId: parentId },
  };
  return parentAndLinks([parent, ...linked.filter((reference) => !isToParent(reference))], traceId, false);
}

function referenceOf({ traceId, spanId, attributes }: V3Link): Reference {
  const refType = attributes?.find(({ key }) => key === 'opentracing.ref_type')?.value?.stringValue;
  return {
    isChildOf: refType === 'child_of',
    link: { traceId: traceIdOf(traceId ?? ''), spanId: spanIdOf(spanId ?? '') },
  };
}
