import type { SpanLink } from '../trace/trace.ts';
import { spanIdOf, traceIdOf } from './hex-id.ts';
import type { LegacyReference } from './legacy-wire.ts';

export interface ParentAndLinks {
  /** 16 hex digits, or empty where there is none. */
  readonly parentId: string;
  readonly links: readonly SpanLink[];
}

const NO_LINKS: readonly SpanLink[] = [];
const NO_REFERENCES: ParentAndLinks = { parentId: '', links: NO_LINKS };
const ZERO_ID = '0'.repeat(16);

/**
 * The parent of a span among its references, and the rest as links. `isParentLast`: v1.48 puts the parent of an OTLP
 * span behind its links, every other version in front of them.
 *
 * - A CHILD_OF within the trace is the parent. Where links are CHILD_OF too (OpenTracing), the place decides.
 * - Without one, a FOLLOWS_FROM within the trace is, if no other span of the trace is referred to: an asynchronous
 *   child, or a span that links to its own parent, of which v1.76 and later keep only the link. Two such links cannot
 *   be told from a root's.
 * - A reference to another trace is a link. One to the parent again (v1.48) or to no span at all is dropped.
 */
export function decodeReferences(
  wire: readonly LegacyReference[] | null | undefined,
  traceId: string,
  isParentLast: boolean,
): ParentAndLinks {
  const first = wire?.[0];
  if (wire == null || first === undefined) return NO_REFERENCES;
  if (wire.length === 1) return decodeOnlyReference(linkOf(first), traceId);
  const references = wire
    .map((reference) => ({ isChildOf: reference.refType === 'CHILD_OF', link: linkOf(reference) }))
    .filter(({ link }) => link.spanId !== ZERO_ID);
  const inTrace = references.filter(({ link }) => link.traceId === traceId);
  const childOf = inTrace.filter(({ isChildOf }) => isChildOf);
  const isOneSpan = inTrace.every(({ link }) => link.spanId === inTrace[0]?.link.spanId);
  const parent = (isParentLast ? childOf.at(-1) : childOf[0]) ?? (isOneSpan ? inTrace[0] : undefined);
  const parentId = parent?.link.spanId ?? '';
  const links = references
    .map(({ link }) => link)
    .filter(({ traceId: linked, spanId }) => linked !== traceId || spanId !== parentId);
  return { parentId, links };
}

/** What the rules come to for nearly every span, whose parent is all that it refers to. */
function decodeOnlyReference(link: SpanLink, traceId: string): ParentAndLinks {
  if (link.spanId === ZERO_ID) return NO_REFERENCES;
  return link.traceId === traceId ? { parentId: link.spanId, links: NO_LINKS } : { parentId: '', links: [link] };
}

function linkOf({ traceID, spanID }: LegacyReference): SpanLink {
  return { traceId: traceIdOf(traceID), spanId: spanIdOf(spanID) };
}
