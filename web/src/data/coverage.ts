import type { SliceInfo, SliceProblem } from '#core/api.ts';
import type { UnixMicros } from '#core/units.ts';
import { unixMicros } from '#core/units.ts';

/** A stretch of the time axis, both ends inclusive, and how well it was read. */
export interface CoverageSegment {
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  readonly state: 'complete' | 'cut' | 'reading' | 'failed' | 'unread';
}

/** What of the asked range is in the span table. */
export interface Coverage {
  /** Oldest first, without gaps, over the whole range. */
  readonly segments: readonly CoverageSegment[];
  /** Requests to Jaeger so far. */
  readonly requests: number;
  readonly problems: readonly SliceProblem[];
  /** Filters that Kuji applied itself, to all that Jaeger sent: it reads more then. */
  readonly filteredHere: { readonly tags: boolean; readonly durations: boolean };
}

/**
 * The coverage of `from` … `to` by slices that were read from the newest end on, newest first. What lies before the oldest slice
 * is in the state `older`.
 */
export function coverageOf(
  from: UnixMicros,
  to: UnixMicros,
  slices: readonly SliceInfo[],
  older: 'reading' | 'failed' | 'unread',
): Coverage {
  const segments: CoverageSegment[] = [];
  let end = to;
  for (const slice of slices) {
    if (end < from) break;
    const start = Math.max(slice.start, from);
    segments.push({ from: unixMicros(start), to: end, state: slice.state });
    end = unixMicros(start - 1);
  }
  if (end >= from) segments.push({ from, to: end, state: older });
  return {
    segments: segments.reverse(),
    requests: slices.reduce((sum, slice) => sum + slice.requests, 0),
    problems: slices.flatMap((slice) => slice.problems),
    filteredHere: {
      tags: slices.some(({ tagsBy }) => tagsBy === 'kuji'),
      durations: slices.some(({ durationsBy }) => durationsBy === 'kuji'),
    },
  };
}
