import type { Micros } from '../units.ts';
import { NO_PARENT, type Span } from './trace.ts';

/**
 * Self time of each span, µs, by its index: its duration not covered by the union of its children, each clipped to it.
 *
 *     parent  ├────────────────┤    self: 2 + 3 + 2
 *     child     ├────┤
 *     child        ├───┤
 *     child                ├─────┤
 *
 * Children stand in order of their start, so that one pass suffices. Exact where times are whole microseconds.
 */
export function selfTimes({
  spans,
}: {
  readonly spans: readonly Pick<Span, 'parent' | 'start' | 'duration'>[];
}): Float64Array {
  const self = new Float64Array(spans.length);
  const coveredUntil = new Float64Array(spans.length);
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index]!;
    self[index] = span.duration;
    coveredUntil[index] = span.start;
    if (span.parent === NO_PARENT) continue;
    const parent = spans[span.parent]!;
    const from: Micros = Math.max(span.start, coveredUntil[span.parent]!);
    const to: Micros = Math.min(span.start + span.duration, parent.start + parent.duration);
    if (to > from) {
      self[span.parent]! -= to - from;
      coveredUntil[span.parent] = to;
    }
  }
  return self;
}
