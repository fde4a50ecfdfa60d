import { kruskalWallis } from '../kruskal-wallis.ts';
import type { MidRanks } from '../mid-ranks.ts';
import { spearman } from '../spearman.ts';
import type { Partition } from './partition.ts';
import type { Direction } from './ranked-key.ts';

export interface Explained {
  readonly explained: number;
  readonly most: number;
  readonly p: number;
  readonly direction: Direction | undefined;
}

/** Numbers with more values than this are taken as a quantity, not as so many groups. */
const MANY_VALUES = 20;
/** A direction needs an order of more than two. */
const FEWEST_NUMBERS = 3;

/**
 * How much of latency goes with a partition. `numbers`: per group the number that its value is, NaN for groups that are none (absent,
 * several); `undefined` where the values are not all numbers.
 *
 * @param latencies of the same traces as `ranks` and the partition
 */
export function rankPartition(
  partition: Partition,
  numbers: Float64Array | undefined,
  latencies: Float64Array,
  ranks: MidRanks,
): Explained {
  const groups = kruskalWallis(ranks, partition.groupOf, partition.groupCount);
  const direction = numbers && directionOf(partition, numbers, latencies);
  const values = numbers === undefined ? 0 : numbers.filter((number) => !Number.isNaN(number)).length;
  if (direction !== undefined && values > MANY_VALUES) {
    return { explained: direction.rho ** 2, most: 1, p: direction.p, direction };
  }
  return {
    explained: groups?.epsilonSquared ?? 0,
    most: groups?.mostEpsilonSquared ?? 0,
    p: groups?.p ?? 1,
    direction: values >= FEWEST_NUMBERS ? direction : undefined,
  };
}

function directionOf({ groupOf }: Partition, numbers: Float64Array, latencies: Float64Array): Direction | undefined {
  const has = (at: number): boolean => !Number.isNaN(numbers[groupOf[at]!]!);
  let n = 0;
  for (let at = 0; at < groupOf.length; at++) if (has(at)) n++;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  let filled = 0;
  for (let at = 0; at < groupOf.length; at++) {
    if (!has(at)) continue;
    x[filled] = numbers[groupOf[at]!]!;
    y[filled++] = latencies[at]!;
  }
  const correlation = spearman(x, y);
  return correlation?.p === undefined ? undefined : { rho: correlation.rho, p: correlation.p, n };
}
