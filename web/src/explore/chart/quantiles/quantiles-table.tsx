import { Fragment } from 'react';
import { LEAST_IN_PART, type PartQuantiles } from '#core/analysis/quantiles-over-time.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatEstimate } from '#core/format/format-estimate.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { langOf } from '../../../ui/lang-of.ts';
import { Mark } from '../../../ui/mark.tsx';
import { useLateWords } from '../../../ui/words/use-late-words.ts';
import { useWords } from '../../../ui/words/use-words.ts';
import classes from '../chart-table.module.css';
import { TableRegion } from '../table-region.tsx';
import { partText } from './part-text.ts';
import { type QuantileLinesOptions, useQuantileLines } from './use-quantile-lines.ts';

/** What the lines draw, in numbers: a row for each value and part that has traces. At most 40 parts of 9 lines. */
export function QuantilesTable(props: QuantileLinesOptions) {
  const { chart } = useWords();
  const { overTime: words } = useLateWords();
  const { parts, lines } = useQuantileLines(props);
  const count = parts.edges.length - 1;
  return (
    <TableRegion name={words.table}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col" className={classes.left}>
              {chart.value}
            </th>
            <th scope="col">{chart.count}</th>
            <th scope="col">{chart.p50}</th>
            <th scope="col">{chart.interval}</th>
            <th scope="col">{chart.p95}</th>
            <th scope="col">{chart.interval}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, part) => (
            <Fragment key={parts.edges[part]}>
              {lines.map(({ id, label, style, parts: own }) => {
                const quantiles = own[part];
                return (
                  quantiles && (
                    <tr key={id} data-role={style.role}>
                      <td>{partText(parts, part)}</td>
                      <td className={classes.left}>
                        <span className={classes.name}>
                          <Mark shape={style.mark} color={style.color} />
                          <span lang={langOf(label)}>{label}</span>
                        </span>
                      </td>
                      <td>{formatCount(quantiles.n)}</td>
                      <EstimateCells quantiles={quantiles} tooFew={words.tooFew} />
                    </tr>
                  )
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function EstimateCells({ quantiles, tooFew }: { readonly quantiles: PartQuantiles; readonly tooFew: string }) {
  if (quantiles.n < LEAST_IN_PART) return <td colSpan={4}>{tooFew}</td>;
  return [quantiles.p50, quantiles.p95].map((estimate, i) => (
    <Fragment key={i === 0 ? 'p50' : 'p95'}>
      <td>{formatEstimate(estimate)}</td>
      <td className={classes.interval}>{formatInterval(estimate)}</td>
    </Fragment>
  ));
}
