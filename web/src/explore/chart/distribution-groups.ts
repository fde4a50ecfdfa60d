import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { quantileEstimate } from '#core/analysis/quantile-estimate.ts';
import type { DistributionGroup } from '../../ui/chart/distribution-group.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import { type DrawnLabels, drawnGroups } from './drawn-groups.ts';

/**
 * The curves and lanes of an answer: its `drawnGroups` with their latencies.
 *
 * @param styles parallel to `answer.groups`
 * @param mostValues see `drawnGroups`
 */
export function distributionGroups(
  answer: Pick<ExploreAnswer, 'groups'>,
  styles: readonly GroupStyle[],
  labels: DrawnLabels,
  mostValues?: number,
): readonly DistributionGroup[] {
  return drawnGroups(answer, styles, labels, mostValues).map(({ id, label, style, members }) => {
    const rows = members.map((i) => answer.groups[i]!);
    const [first] = rows;
    if (rows.length === 1 && first !== undefined) {
      return { id, label, style, latencies: first.latencies, p50: first.p50, p95: first.p95, p99: first.p99 };
    }
    const latencies = merged(rows.map((row) => row.latencies));
    return {
      id,
      label,
      style,
      latencies,
      p50: quantileEstimate(latencies, 0.5),
      p95: quantileEstimate(latencies, 0.95),
      p99: quantileEstimate(latencies, 0.99),
    };
  });
}

function merged(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let length = 0;
  for (const part of parts) {
    all.set(part, length);
    length += part.length;
  }
  return all.sort();
}
