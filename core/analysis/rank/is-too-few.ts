import { FEWEST_TRACES } from '../verdict.ts';
import type { Partition } from './partition.ts';

/**
 * Whether a partition has too few traces to say anything by it: fewer than 6 beside its largest group, or fewer than 12 in all. Two groups
 * are so measured as a verdict measures its two sides, and many small groups by what stands beside the largest. O(n).
 */
export function isTooFew({ groupOf, groupCount }: Partition): boolean {
  const sizes = new Int32Array(groupCount);
  for (const group of groupOf) sizes[group]!++;
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  return groupOf.length - largest < FEWEST_TRACES || groupOf.length < 2 * FEWEST_TRACES;
}
