import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import { whereFinding } from '#core/analysis/where/where-finding.ts';
import { formatDifference } from '#core/format/format-difference.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { formatShare } from '#core/format/format-share.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { topRows } from './top-rows.ts';
import classes from './where-summary.module.css';

const ROWS = 3;

/** Beside the finding: the calls that hold most of the difference. */
export function WhereSummary({ where }: { where: WhereAnswer }) {
  const { where: words } = useWords();
  const { rows, total } = where;
  const most = whereFinding(where);
  const top = topRows(rows, ROWS);
  const largest = Math.max(...top.map((index) => Math.abs(rows[index]!.delta.value)));
  const amount = formatDuration(Math.abs(total.value));
  return (
    <section className={classes.summary}>
      <h2 className={classes.head}>
        {total.value < 0 ? words.savedComesFrom(amount) : words.extraGoes(amount)}
        <span className={classes.measure}>{words.meanCriticalPath}</span>
      </h2>
      <ol className={classes.rows}>
        {top.map((index) => {
          const { service, operation, parent, delta } = rows[index]!;
          const isCalledAbove = top.includes(parent);
          const isSameService = isCalledAbove && rows[parent]!.service === service;
          return (
            <li key={index} className={classes.row} data-most={index === most?.index || undefined}>
              <span className={classes.call} title={`${service} ${operation}`}>
                {isCalledAbove && <span aria-hidden="true">└ </span>}
                {!isSameService && <span className={classes.service}>{service} </span>}
                {operation}
              </span>
              <span className={classes.bars} aria-hidden="true">
                <span
                  className={classes.bar}
                  data-less={delta.value < 0 || undefined}
                  style={{ width: `${largest > 0 ? (Math.abs(delta.value) / largest) * 100 : 0}%` }}
                />
              </span>
              <span className={classes.amount}>
                <b>{formatDifference(delta.value)}</b>
                {index === most?.index && most.share <= 1 && ` ${formatShare(most.share)}`}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
