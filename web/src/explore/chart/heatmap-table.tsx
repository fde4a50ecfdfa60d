import { useMemo } from 'react';
import { formatCount } from '#core/format/format-count.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { formatShare } from '#core/format/format-share.ts';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './chart-table.module.css';
import { heatmapGrid } from './heatmap-grid.ts';
import { partText } from './quantiles/part-text.ts';
import { TableRegion } from './table-region.tsx';
import type { TimeViewProps } from './time-view-props.ts';
import { wallOffset } from './wall-offset.ts';

/** The heatmap in numbers: durations down, time across; in each cell the traces, and the share of the highlight among them. */
export function HeatmapTable({
  answer,
  styles,
  axis,
  range,
}: Pick<TimeViewProps, 'answer' | 'styles' | 'axis' | 'range'>) {
  const { chart: words } = useWords();
  const { points } = answer;
  const { from, to } = range;
  const hasHighlight = styles.some(({ role }) => role === 'highlight');
  const { parts, rows } = useMemo(() => {
    const isHighlight = (point: number): boolean => styles[points.group[point]!]!.role === 'highlight';
    return heatmapGrid(points, isHighlight, { from, to }, axis, wallOffset(from));
  }, [points, styles, from, to, axis]);
  const columns = parts.edges.slice(0, -1);
  return (
    <TableRegion name={words.tableOfTime}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.duration}</th>
            {columns.map((edge, part) => (
              <th key={edge} scope="col">
                {partText(parts, part)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from: low, to: high, counts, highlighted }) => (
            <tr key={low}>
              <th scope="row">
                {low === high ? formatDuration(low) : words.fromTo(formatDuration(low), formatDuration(high))}
              </th>
              {columns.map((edge, part) => (
                <td key={edge}>
                  {counts[part]! > 0 && formatCount(counts[part]!)}
                  {hasHighlight && counts[part]! > 0 && (
                    <span className={classes.highlightShare}> {formatShare(highlighted[part]! / counts[part]!)}</span>
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
