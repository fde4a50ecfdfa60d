import type { ExploreAnswer, GroupRow } from '#core/analysis/explore-answer.ts';
import { groupToText } from '#core/analysis/group.ts';
import { quantileEstimate } from '#core/analysis/quantile-estimate.ts';
import type { DistributionGroup } from '../../ui/chart/distribution-group.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';

export interface DistributionLabels {
  readonly nameOf: (row: GroupRow) => string;
  readonly others: (values: number) => string;
}

/**
 * The curves and lanes of an answer, in its order: those with traces in the chart. Values beyond those that can be told apart are
 * one, *Other*, after the values; a single one of them keeps its name.
 *
 * @param styles parallel to `answer.groups`
 */
export function distributionGroups(
  answer: ExploreAnswer,
  styles: readonly GroupStyle[],
  labels: DistributionLabels,
): readonly DistributionGroup[] {
  const rows = answer.groups
    .map((row, i) => ({ row, style: styles[i]! }))
    .filter(({ row }) => row.isIncluded && row.latencies.length > 0);
  const isOther = ({ row, style }: { row: GroupRow; style: GroupStyle }): boolean =>
    style.role === 'other' && row.group.kind === 'value';
  const others = rows.filter(isOther);
  const drawn = others.length < 2 ? rows : rows.filter((entry) => !isOther(entry));
  const groups = drawn.map(({ row, style }) => ({
    id: groupToText(row.group),
    label: labels.nameOf(row),
    style,
    latencies: row.latencies,
    p50: row.p50,
    p95: row.p95,
  }));
  if (others.length < 2) return groups;
  const latencies = merged(others.map(({ row }) => row.latencies));
  const other: DistributionGroup = {
    id: '(other)',
    label: labels.others(others.length),
    style: others[0]!.style,
    latencies,
    p50: quantileEstimate(latencies, 0.5),
    p95: quantileEstimate(latencies, 0.95),
  };
  const values = drawn.filter(({ row }) => row.group.kind === 'value').length;
  return [...groups.slice(0, values), other, ...groups.slice(values)];
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
