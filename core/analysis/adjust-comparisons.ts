import type { Comparison } from './comparison.ts';
import { holm } from './holm.ts';
import { verdictOf } from './verdict.ts';

/** The comparisons as one family: p adjusted by Holm over all of them, and the verdicts drawn anew from it. */
export function adjustComparisons(comparisons: readonly Comparison[]): readonly Comparison[] {
  const adjusted = holm(comparisons.map(({ p }) => p));
  return comparisons.map((comparison, index) => {
    const changed = { ...comparison, pAdjusted: adjusted[index]! };
    return { ...changed, verdict: verdictOf(changed) };
  });
}
