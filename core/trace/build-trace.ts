import { unixMicros } from '../units.ts';
import { hasStartTime } from './has-start-time.ts';
import { linkParents } from './link-parents.ts';
import { orderAsTree } from './order-as-tree.ts';
import { orderRawSpans } from './order-raw-spans.ts';
import type { Problem, ProblemKind } from './problem.ts';
import type { RawEvent, RawSpan } from './raw-span.ts';
import { repairStarts } from './repair-starts.ts';
import { ResourceFolder } from './resource-folder.ts';
import { type ProblemAt, separateSharedIds } from './separate-shared-ids.ts';
import { NO_PARENT, type Span, type SpanEvent, type Trace } from './trace.ts';

export type { RawSpan } from './raw-span.ts';

/**
 * Builds the one model from spans in any order: finds parents, orders, repairs, and lists what it repaired
 * (`problem.ts` has the rules). The same spans give the same trace, in whatever order they come. `spans` is not empty,
 * and their numbers are finite.
 *
 *     raw spans → order → own ids → parents → starts → root → pre-order → Trace
 *
 * O(n log n), and no recursion.
 *
 * @throws RangeError if there are no spans.
 */
export function buildTrace(id: string, rawSpans: readonly RawSpan[]): Trace {
  if (rawSpans.length === 0) throw new RangeError(`trace ${id} has no spans`);
  const identified = separateSharedIds(orderRawSpans(rawSpans));
  const { spans: sources, ids } = identified;
  const linked = linkParents(identified);
  const { parents } = linked;
  const started = repairStarts(sources, parents);
  const { starts, earliest } = started;
  const tops = findTops(sources, parents, starts, ids);
  const order = orderAsTree({ parents, starts, ids, root: tops.root });

  const problemsAt = [...identified.problems, ...linked.problems, ...started.problems, ...tops.problems];
  const folder = new ResourceFolder();
  const indexOfPosition = order.map(() => NO_PARENT);
  const spans: Span[] = [];
  for (let index = 0; index < order.length; index++) {
    const position = order[index]!;
    indexOfPosition[position] = index;
    const source = sources[position]!;
    const parentPosition = parents[position]!;
    const parent = parentPosition === NO_PARENT ? NO_PARENT : indexOfPosition[parentPosition]!;
    const start = starts[position]! - earliest;
    const duration = source.end - source.start;
    if (duration < 0) problemsAt.push({ kind: 'negative-duration', index: position });
    if (parent !== NO_PARENT && start < spans[parent]!.start) {
      problemsAt.push({ kind: 'starts-before-parent', index: position });
    }
    spans.push({
      id: ids[position]!,
      parent,
      depth: parent === NO_PARENT ? 0 : spans[parent]!.depth + 1,
      resource: folder.indexOf(source.resource),
      operation: source.operation,
      kind: source.kind,
      start,
      duration: Math.max(0, duration),
      isError: source.isError,
      attributes: source.attributes,
      events: placeEvents(source, starts[position]!, earliest),
      links: source.links,
      warnings: source.warnings,
    });
  }
  return {
    id,
    start: unixMicros(earliest),
    spans,
    resources: folder.resources,
    problems: problemsInOrder(problemsAt, indexOfPosition, spans),
  };
}

interface Tops {
  readonly root: number;
  readonly problems: readonly ProblemAt[];
}

/** The root is the earliest span that names no parent, or else the earliest of those whose parent is missing. */
function findTops(
  sources: readonly RawSpan[],
  parents: readonly number[],
  starts: readonly number[],
  ids: readonly string[],
): Tops {
  const isBefore = (a: number, b: number): boolean =>
    starts[a]! < starts[b]! || (starts[a] === starts[b] && ids[a]! < ids[b]!);
  const roots: number[] = [];
  let earliestRoot = NO_PARENT;
  let earliestOther = NO_PARENT;
  for (let position = 0; position < parents.length; position++) {
    if (parents[position] !== NO_PARENT) continue;
    if (sources[position]!.parentId === '') {
      roots.push(position);
      if (earliestRoot === NO_PARENT || isBefore(position, earliestRoot)) earliestRoot = position;
    } else if (earliestOther === NO_PARENT || isBefore(position, earliestOther)) {
      earliestOther = position;
    }
  }
  if (earliestRoot === NO_PARENT) return { root: earliestOther, problems: [{ kind: 'no-root', index: earliestOther }] };
  const others = roots.filter((position) => position !== earliestRoot);
  return { root: earliestRoot, problems: others.map((index) => ({ kind: 'several-roots', index })) };
}

const NO_EVENTS: readonly SpanEvent[] = [];

/**
 * Events by time, from the start of the trace. Those of a span without a start time move with it, if they have none
 * either.
 */
function placeEvents(source: RawSpan, start: number, traceStart: number): readonly SpanEvent[] {
  if (source.events.length === 0) return NO_EVENTS;
  const shift = start - source.start;
  const place = (event: RawEvent): SpanEvent => ({
    name: event.name,
    at: event.at - traceStart + (shift !== 0 && !hasStartTime(event.at) ? shift : 0),
    attributes: event.attributes,
  });
  const events = source.events.map(place);
  return events.length === 1 ? events : events.sort((a, b) => a.at - b.at);
}

const NO_PROBLEMS: readonly Problem[] = [];

const KIND_ORDER: readonly ProblemKind[] = [
  'no-root',
  'several-roots',
  'orphan',
  'cycle',
  'duplicate-span',
  'shared-span-id',
  'negative-duration',
  'no-start-time',
  'starts-before-parent',
];

/** Problems in the order of the spans they were seen on. */
function problemsInOrder(
  problemsAt: readonly ProblemAt[],
  indexOfPosition: readonly number[],
  spans: readonly Span[],
): readonly Problem[] {
  if (problemsAt.length === 0) return NO_PROBLEMS;
  return problemsAt
    .map(({ kind, index }) => ({ kind, index: indexOfPosition[index]! }))
    .sort((a, b) => a.index - b.index || KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind))
    .map(({ kind, index }) => ({ kind, spanId: spans[index]!.id }));
}
