import type { Filter } from '#core/analysis/explore-question.ts';
import { type UnixMicros, unixMicros } from '#core/units.ts';

export interface TimeSpan {
  readonly from: UnixMicros;
  readonly to: UnixMicros;
}

/** The part of the asked range that filters leave: keeping only a box zooms into it. The whole range where they leave nothing. */
export function shownRange(range: TimeSpan, filters: readonly Filter[]): TimeSpan {
  let from: number = range.from;
  let to: number = range.to;
  for (const filter of filters) {
    if (filter.kind !== 'box') continue;
    from = Math.max(from, filter.box.from);
    to = Math.min(to, filter.box.to);
  }
  return from < to ? { from: unixMicros(from), to: unixMicros(to) } : range;
}
