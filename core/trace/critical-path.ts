import type { Micros } from '../units.ts';
import { type ChildLists, childLists } from './child-lists.ts';
import type { Trace } from './trace.ts';

/** A stretch of the critical path that lies in a span itself and in none of its children. Never empty. */
export interface CriticalPathSegment {
  /** Index into `Trace.spans`. */
  readonly span: number;
  /** From the start of the trace. */
  readonly start: Micros;
  readonly end: Micros;
}

/**
 * Critical path time of each span, µs, by its index: how long the end of the root waited for that span itself. The
 * times add up to the duration of the root, exactly where times are whole microseconds; spans outside the root's tree
 * have 0.
 */
export function criticalPathTimes(trace: Trace): Float64Array {
  const times = new Float64Array(trace.spans.length);
  walkCriticalPath(trace, (span, start, end) => {
    times[span]! += end - start;
  });
  return times;
}

/**
 * The critical path of the root as segments by time, each beginning where the one before ends: from the root's start to
 * its end.
 */
export function criticalPathSegments(trace: Trace): readonly CriticalPathSegment[] {
  const backwards: CriticalPathSegment[] = [];
  walkCriticalPath(trace, (span, start, end) => {
    const later = backwards.at(-1);
    if (later?.span === span) backwards[backwards.length - 1] = { span, start, end: later.end };
    else backwards.push({ span, start, end });
  });
  return backwards.reverse();
}

/** A span on the path, walked back from `cursor`. Times are from the start of the trace. */
interface Visit {
  readonly span: number;
  /** The part of the span that its parent waited for begins here. */
  readonly from: Micros;
  cursor: Micros;
  /** Children that were not looked at yet, the one that ends last at the end of the list. */
  readonly children: ClippedChild[];
}

interface ClippedChild {
  readonly span: number;
  readonly start: Micros;
  readonly end: Micros;
}

/**
 * Walks back from the end of the root. Within a span: of the children that end at or before the cursor the one that
 * ends last is what was waited for; the walk goes through it and comes back at its start. What lies between is the
 * span's own.
 *
 *     root   ├───────────────────┤
 *     A        ├──────┤                  root 9…10, C 6…9, root 5…6, A 1…5, root 0…1.
 *     B            ├────┤                B ends while C runs: nobody waited for it.
 *     C                 ├──────┤
 *
 * As Jaeger's UI does it (jaeger-ui, packages/jaeger-ui/src/components/TracePage/CriticalPath; the idea is in Z. Zhang et
 * al., "CRISP", USENIX ATC 2022): children are clipped to their parent, and those wholly outside of it are left out.
 * Unlike there, a child is clipped to what is left of its parent after *that* was clipped, a child may end where the
 * next begins, a child that follows from its parent counts like any other, and a span is visited once: so the segments
 * are without gap or overlap whatever the trace. Of children that end together the longest is taken.
 *
 * Calls `visit` for each segment that is not empty, latest first.
 */
function walkCriticalPath(trace: Trace, visit: (span: number, start: Micros, end: Micros) => void): void {
  const lists = childLists(trace);
  const open: Visit[] = [
    enter(trace, lists, 0, trace.spans[0]!.start, trace.spans[0]!.start + trace.spans[0]!.duration),
  ];
  for (let current = open.at(-1); current !== undefined; current = open.at(-1)) {
    const child = current.children.pop();
    if (child === undefined) {
      if (current.cursor > current.from) visit(current.span, current.from, current.cursor);
      open.pop();
    } else if (child.end <= current.cursor) {
      if (current.cursor > child.end) visit(current.span, child.end, current.cursor);
      current.cursor = child.start;
      open.push(enter(trace, lists, child.span, child.start, child.end));
    }
  }
}

function enter(trace: Trace, lists: ChildLists, span: number, from: Micros, to: Micros): Visit {
  const children: ClippedChild[] = [];
  for (let at = lists.firstChild[span]!; at < lists.firstChild[span + 1]!; at++) {
    const child = lists.children[at]!;
    const { start: childStart, duration } = trace.spans[child]!;
    const start = Math.max(childStart, from);
    const end = Math.min(childStart + duration, to);
    if (start < end) children.push({ span: child, start, end });
  }
  if (children.length > 1) children.sort((a, b) => a.end - b.end || b.start - a.start || b.span - a.span);
  return { span, from, cursor: to, children };
}
