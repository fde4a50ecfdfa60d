import type { SpanLink } from '../trace/trace.ts';
import { spanIdOf, traceIdOf } from './hex-id.ts';
import type { LegacyReference } from './legacy-wire.ts';
import { type ParentAndLinks, parentAndLinks, ZERO_SPAN_ID } from './parent-and-links.ts';

const NO_LINKS: readonly SpanLink[] = [];
const NO_REFERENCES: ParentAndLinks = { parentId: '', links: NO_LINKS };

/** The parent and the links of a span of the legacy dialect; `parentAndLinks` has the rules. */
export function decodeReferences(
  wire: readonly LegacyReference[] | null | undefined,
  traceId: string,
  isParentLast: boolean,
): ParentAndLinks {
  const first = wire?.[0];
  if (wire == null || first === undefined) return NO_REFERENCES;
  if (wire.length === 1) return isReadable(first) ? decodeOnlyReference(linkOf(first), traceId) : NO_REFERENCES;
  const references = wire.filter(isReadable).map((reference) => ({
    isChildOf: reference.refType === 'CHILD_OF',
    link: linkOf(reference),
  }));
  return parentAndLinks(references, traceId, isParentLast);
}

/** What the rules come to for nearly every span, whose parent is all that it refers to. */
function decodeOnlyReference(link: SpanLink, traceId: string): ParentAndLinks {
  if (link.spanId === ZERO_SPAN_ID) return NO_REFERENCES;
  return link.traceId === traceId ? { parentId: link.spanId, links: NO_LINKS } : { parentId: '', links: [link] };
}

const TRACE_ID = /^[0-9a-fA-F]{0,32}$/;
const SPAN_ID = /^[0-9a-fA-F]{0,16}$/;

/** What has no ids refers to nothing. An absent id is one of zeros. */
function isReadable({ traceID, spanID }: LegacyReference): boolean {
  return TRACE_ID.test(traceID) && SPAN_ID.test(spanID);
}

function linkOf({ traceID, spanID }: LegacyReference): SpanLink {
  return { traceId: traceIdOf(traceID), spanId: spanIdOf(spanID) };
}
