import type { SpanLink } from '../trace/trace.ts';

/** What a span refers to. */
export interface Reference {
  /** CHILD_OF; otherwise FOLLOWS_FROM. */
  readonly isChildOf: boolean;
  readonly link: SpanLink;
}

export interface ParentAndLinks {
  /** 16 hex digits, or empty where there is none. */
  readonly parentId: string;
  readonly links: readonly SpanLink[];
}

/** Of no span. */
export const ZERO_SPAN_ID = '0'.repeat(16);

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
export function parentAndLinks(all: readonly Reference[], traceId: string, isParentLast: boolean): ParentAndLinks {
  const references = all.filter(({ link }) => link.spanId !== ZERO_SPAN_ID);
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
