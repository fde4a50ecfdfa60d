import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { type AxisKind, type DurationAxis, durationAxis } from '../../ui/duration-axis.ts';

/** The axis of durations for all included traces of an answer. */
export function answerAxis(kind: AxisKind, { groups }: ExploreAnswer): DurationAxis {
  let smallest: number | undefined;
  let largest: number | undefined;
  for (const { isIncluded, latencies } of groups) {
    if (!isIncluded || latencies.length === 0) continue;
    const last = latencies[latencies.length - 1]!;
    if (largest === undefined || last > largest) largest = last;
    const positive = latencies.find((micros) => micros > 0);
    if (positive !== undefined && (smallest === undefined || positive < smallest)) smallest = positive;
  }
  return durationAxis(kind, smallest, largest);
}
