import { unixMicros } from '../units.ts';
import { hasStartTime } from './has-start-time.ts';
import type { RawSpan } from './raw-span.ts';
import type { ProblemAt } from './separate-shared-ids.ts';
import { NO_PARENT } from './trace.ts';

export interface StartedSpans {
  /** By position, µs since 1970. */
  readonly starts: readonly number[];
  /** The earliest of them. */
  readonly earliest: number;
  readonly problems: readonly ProblemAt[];
}

/**
 * The start of each span. One that has no start time gets that of its nearest ancestor that has one, or else the
 * earliest of the trace. Where no span has one (a device whose clock was never set) the times are left as they are:
 * they agree with each other.
 */
export function repairStarts(spans: readonly RawSpan[], parents: readonly number[]): StartedSpans {
  const starts: number[] = [];
  const problems: ProblemAt[] = [];
  let earliest = Number.POSITIVE_INFINITY;
  let earliestSet = Number.POSITIVE_INFINITY;
  for (let index = 0; index < spans.length; index++) {
    const start = spans[index]!.start;
    starts.push(start);
    earliest = Math.min(earliest, start);
    if (hasStartTime(start)) earliestSet = Math.min(earliestSet, start);
    else problems.push({ kind: 'no-start-time', index });
  }
  if (problems.length === 0 || earliestSet === Number.POSITIVE_INFINITY) return { starts, earliest, problems };

  const isUnset = starts.map((start) => !hasStartTime(unixMicros(start)));
  for (const { index } of problems) {
    const walked: number[] = [];
    let ancestor = index;
    while (ancestor !== NO_PARENT && isUnset[ancestor]) {
      walked.push(ancestor);
      ancestor = parents[ancestor]!;
    }
    const start = ancestor === NO_PARENT ? earliestSet : starts[ancestor]!;
    for (const repaired of walked) {
      starts[repaired] = start;
      isUnset[repaired] = false;
    }
  }
  return { starts, earliest: earliestSet, problems };
}
