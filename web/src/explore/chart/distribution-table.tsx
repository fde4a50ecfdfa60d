import { useMemo } from 'react';
import type { Estimate } from '#core/analysis/estimate.ts';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { formatEstimate } from '#core/format/format-estimate.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import type { CurveKind } from '../../ui/chart/curve-shapes.ts';
import type { DistributionGroup } from '../../ui/chart/distribution-group.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import { langOf } from '../../ui/lang-of.ts';
import { Mark } from '../../ui/mark.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './chart-table.module.css';
import { distributionGroups } from './distribution-groups.ts';
import { HistogramTable } from './histogram-table.tsx';
import { MOST_PANELS } from './panels/most-panels.ts';
import { TableRegion } from './table-region.tsx';

interface DistributionTableProps {
  readonly answer: ExploreAnswer;
  /** Parallel to the groups, as are `names`. */
  readonly styles: readonly GroupStyle[];
  readonly names: readonly string[];
  readonly axis: DurationAxis;
  readonly curve: CurveKind;
  readonly panels: 'one' | 'each' | undefined;
}

/** What the distribution draws, in numbers: bars of a histogram, else quantiles. */
export function DistributionTable({ answer, styles, names, axis, curve, panels }: DistributionTableProps) {
  const { chart: words } = useWords();
  const groups = useMemo(
    () =>
      distributionGroups(answer, styles, { names, others: words.others }, panels === 'each' ? MOST_PANELS : undefined),
    [answer, styles, names, words, panels],
  );
  return curve === 'histogram' ? <HistogramTable groups={groups} axis={axis} /> : <QuantileTable groups={groups} />;
}

function QuantileTable({ groups }: { readonly groups: readonly DistributionGroup[] }) {
  const words = useWords();
  return (
    <TableRegion name={words.chart.tableOfDistribution}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.chart.value}</th>
            <th scope="col">{words.chart.count}</th>
            <th scope="col">{words.chart.smallest}</th>
            <th scope="col">{words.chart.p50}</th>
            <th scope="col">{words.chart.interval}</th>
            <th scope="col">{words.chart.p95}</th>
            <th scope="col">{words.chart.interval}</th>
            <th scope="col">p99</th>
            <th scope="col">{words.chart.interval}</th>
            <th scope="col">{words.chart.largest}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, label, style, latencies, p50, p95, p99 }) => (
            <tr key={id} data-role={style.role}>
              <th scope="row">
                <span className={classes.name}>
                  <Mark shape={style.mark} color={style.color} />
                  <span lang={langOf(label)}>{label}</span>
                </span>
              </th>
              <td>{formatCount(latencies.length)}</td>
              <td>{formatDuration(latencies[0]!)}</td>
              <EstimateCells estimate={p50} />
              <EstimateCells estimate={p95} />
              <EstimateCells estimate={p99} />
              <td>{formatDuration(latencies[latencies.length - 1]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function EstimateCells({ estimate }: { readonly estimate: Estimate | undefined }) {
  return (
    <>
      <td>{estimate && formatEstimate(estimate)}</td>
      <td className={classes.interval}>{estimate && formatInterval(estimate)}</td>
    </>
  );
}
