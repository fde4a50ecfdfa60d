import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { Split } from '#core/analysis/explore-question.ts';
import { quantile } from '#core/analysis/quantile.ts';
import { unixMicros } from '#core/units.ts';

/** So much of the traces is A, and whatever lasts as long as the quickest of them. */
const SHARE = 0.1;

/** The slowest tenth of the traces of an answer against the others, as a box over all times; `undefined` where there is no trace. */
export function slowestSplit({ points }: Pick<ExploreAnswer, 'points'>): Split | undefined {
  const sorted = points.latency.toSorted();
  const min = quantile(sorted, 1 - SHARE);
  if (min === undefined) return undefined;
  const [from, to] = [unixMicros(0), unixMicros(Number.MAX_SAFE_INTEGER)];
  return { kind: 'box', box: { from, to, min, max: Number.MAX_SAFE_INTEGER } };
}
