import { chiSquareSf } from './distributions/chi-square-sf.ts';
import type { MidRanks } from './mid-ranks.ts';

export interface KruskalWallis {
  readonly h: number;
  readonly df: number;
  readonly p: number;
  /** Share of the ranks' variance that the groups explain, 0…1. */
  readonly epsilonSquared: number;
  /** The most that groups of these sizes can reach: wholly apart, whatever their order. 84 of 500 against the others: 0.42. */
  readonly mostEpsilonSquared: number;
}

/**
 * Kruskal and Wallis' test (1952) whether groups differ in where their values lie, with correction for ties, and its effect size
 * ε² = H/(n − 1) (Tomczak and Tomczak 2014). Empty groups do not count; `undefined` for fewer than two others. All values equal:
 * H = 0, p = 1. O(n), so that one ranking serves many groupings of the same values.
 *
 * Groups that are wholly apart have, in any order, the variances of consecutive ranks within them, so that
 * the most ε² = 1 − Σ nᵢ(nᵢ² − 1) / (n(n² − 1)). Ties make the variance of all ranks smaller by their correction, and with it what
 * groups can explain of it larger, at most all.
 *
 * @param groupOf per value, the index of its group below `groupCount`
 */
export function kruskalWallis(
  { ranks, tieSum }: MidRanks,
  groupOf: Int32Array,
  groupCount: number,
): KruskalWallis | undefined {
  const n = ranks.length;
  const sizes = new Float64Array(groupCount);
  const deviations = new Float64Array(groupCount);
  const mean = (n + 1) / 2;
  for (let at = 0; at < n; at++) {
    const group = groupOf[at]!;
    sizes[group]!++;
    // From the mean: sums of ranks would lose digits of small differences.
    deviations[group]! += ranks[at]! - mean;
  }
  let groups = 0;
  let between = 0;
  let within = 0;
  for (let group = 0; group < groupCount; group++) {
    const size = sizes[group]!;
    if (size === 0) continue;
    groups++;
    between += (deviations[group]! * deviations[group]!) / size;
    within += size * (size * size - 1);
  }
  if (groups < 2) return undefined;
  const df = groups - 1;
  const cubes = n * (n * n - 1);
  const mostUntied = 1 - within / cubes;
  if (tieSum === cubes) return { h: 0, df, p: 1, epsilonSquared: 0, mostEpsilonSquared: mostUntied };
  const correction = 1 - tieSum / cubes;
  const h = ((12 / (n * (n + 1))) * between) / correction;
  const mostEpsilonSquared = Math.min(1, mostUntied / correction);
  return { h, df, p: chiSquareSf(h, df), epsilonSquared: h / (n - 1), mostEpsilonSquared };
}
