import { formatCount } from '#core/format/format-count.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { formatShare } from '#core/format/format-share.ts';
import type { DistributionGroup } from '../../ui/chart/distribution-group.ts';
import { histogram } from '../../ui/chart/histogram.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import { langOf } from '../../ui/lang-of.ts';
import { Mark } from '../../ui/mark.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './chart-table.module.css';
import { filledBins } from './filled-bins.ts';
import { TableRegion } from './table-region.tsx';

interface HistogramTableProps {
  readonly groups: readonly DistributionGroup[];
  readonly axis: DurationAxis;
}

/** The bars of the histogram in numbers: a row for each bin with traces, a column for each value. At most 61 rows. */
export function HistogramTable({ groups, axis }: HistogramTableProps) {
  const { chart: words } = useWords();
  const bins = filledBins(
    groups.map(({ latencies }) => histogram(latencies, axis)),
    axis,
  );
  return (
    <TableRegion name={words.tableOfDistribution}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.duration}</th>
            {groups.map(({ id, label, style, latencies }) => (
              <th key={id} scope="col">
                <span className={classes.name}>
                  <Mark shape={style.mark} color={style.color} />
                  <span lang={langOf(label)}>{label}</span> {formatCount(latencies.length)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, to, counts }) => (
            <tr key={from}>
              <th scope="row">
                {to === from ? formatDuration(from) : words.fromTo(formatDuration(from), formatDuration(to))}
              </th>
              {groups.map(({ id, latencies }, i) => (
                <td key={id}>
                  {counts[i]! > 0 && (
                    <>
                      {formatCount(counts[i]!)}{' '}
                      <span className={classes.interval}>{formatShare(counts[i]! / latencies.length)}</span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
