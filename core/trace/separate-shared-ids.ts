import { derivedSpanId } from './derived-span-id.ts';
import { isSameSpan } from './order-raw-spans.ts';
import type { ProblemKind } from './problem.ts';
import type { RawSpan } from './raw-span.ts';

/** What was odd about the span at a position of the ordered spans. */
export interface ProblemAt {
  readonly kind: ProblemKind;
  readonly index: number;
}

/** Spans of which each has an id of its own. `ids[i]` is the id of `spans[i]`, the one it came with or a new one. */
export interface IdentifiedSpans {
  readonly spans: readonly RawSpan[];
  readonly ids: readonly string[];
  /** By the id that a span names as its parent: the position of the span that is meant. */
  readonly parentById: ReadonlyMap<string, number>;
  /** By position: the parent of a server that shared its client's id. */
  readonly clientOfServer: ReadonlyMap<number, number>;
  readonly problems: readonly ProblemAt[];
}

/**
 * Drops exact duplicates and gives an id of its own to each span that shares one.
 *
 *     Zipkin sends                       becomes
 *       client 7 ├──────────┤              client 7       ├──────────┤
 *       server 7   ├──────┤                  server 7'      ├──────┤
 *       child of 7   ├──┤                      child of 7'    ├──┤
 *
 * Where it is not a client and a server, the first keeps the id and the children. `ordered` comes from `orderRawSpans`.
 */
export function separateSharedIds(ordered: readonly RawSpan[]): IdentifiedSpans {
  const parentById = new Map<string, number>();
  for (let index = 0; index < ordered.length; index++) parentById.set(ordered[index]!.id, index);
  if (parentById.size === ordered.length) {
    return {
      spans: ordered,
      ids: ordered.map((span) => span.id),
      parentById,
      clientOfServer: new Map(),
      problems: [],
    };
  }

  const { spans, problems } = dropDuplicates(ordered);
  const ids = spans.map((span) => span.id);
  const clientOfServer = new Map<number, number>();
  const taken = new Set(ids);
  for (const [id, sharing] of positionsById(spans)) {
    const firstServer = sharing.find((index) => spans[index]!.kind === 'server');
    const firstClient = sharing.find((index) => spans[index]!.kind === 'client');
    const isPair = firstClient !== undefined && firstServer !== undefined;
    const keeper = isPair ? firstClient : sharing[0]!;
    parentById.set(id, isPair ? firstServer : keeper);
    let ordinal = 1;
    for (const index of sharing) {
      if (index === keeper) continue;
      const derived = derivedSpanId(id, ordinal++, (candidate) => taken.has(candidate));
      taken.add(derived);
      ids[index] = derived;
      problems.push({ kind: 'shared-span-id', index });
      if (isPair && spans[index]!.kind === 'server') clientOfServer.set(index, keeper);
    }
  }
  return { spans, ids, parentById, clientOfServer, problems };
}

/** The same spans stand side by side in the order. One problem per span that was sent more than once. */
function dropDuplicates(ordered: readonly RawSpan[]): { spans: RawSpan[]; problems: ProblemAt[] } {
  const spans: RawSpan[] = [];
  const problems: ProblemAt[] = [];
  for (const span of ordered) {
    const kept = spans.at(-1);
    if (kept === undefined || !isSameSpan(kept, span)) {
      spans.push(span);
    } else if (problems.at(-1)?.index !== spans.length - 1) {
      problems.push({ kind: 'duplicate-span', index: spans.length - 1 });
    }
  }
  return { spans, problems };
}

function positionsById(spans: readonly RawSpan[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  spans.forEach((span, index) => {
    const known = positions.get(span.id);
    if (known === undefined) positions.set(span.id, [index]);
    else known.push(index);
  });
  return positions;
}
