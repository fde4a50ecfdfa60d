import { useMemo } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatDate } from '#core/format/format-date.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { unixMicros } from '#core/units.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import { langOf } from '../../ui/lang-of.ts';
import { Mark } from '../../ui/mark.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './chart-table.module.css';
import { TableRegion } from './table-region.tsx';

interface TimeTableProps {
  readonly answer: ExploreAnswer;
  readonly styles: readonly GroupStyle[];
  readonly names: readonly string[];
}

/** More rows than anybody reads here; the list of traces has them all. */
const MAX_ROWS = 300;

/** The picked traces, or all, in the order of time. */
export function TimeTable({ answer, styles, names }: TimeTableProps) {
  const { chart: words } = useWords();
  const { points, picked } = answer;
  const rows = useMemo(() => {
    const indices: number[] = [];
    for (let i = 0; i < points.trace.length && indices.length < MAX_ROWS; i++) {
      if (points.isPicked[i] === 1) indices.push(i);
    }
    return indices;
  }, [points]);
  return (
    <TableRegion name={words.tableOfTime}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.duration}</th>
            <th scope="col" className={classes.left}>
              {words.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((i) => {
            const at = unixMicros(points.time[i]!);
            const { role, mark, color } = styles[points.group[i]!]!;
            const name = names[points.group[i]!]!;
            return (
              <tr key={points.trace[i]} data-role={role}>
                <td>
                  {formatDate(at)} {formatClock(at, { detail: 'millis' })}
                </td>
                <td>{formatDuration(points.latency[i]!)}</td>
                <td className={classes.left}>
                  <span className={classes.name}>
                    <Mark shape={mark} color={color} />
                    <span lang={langOf(name)}>{name}</span>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length < picked && <p className={classes.note}>{words.firstOf(rows.length, picked)}</p>}
    </TableRegion>
  );
}
