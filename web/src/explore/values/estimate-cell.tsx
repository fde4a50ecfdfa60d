import type { Estimate } from '#core/analysis/estimate.ts';
import { formatEstimate } from '#core/format/format-estimate.ts';
import { formatEstimatedDifference } from '#core/format/format-estimated-difference.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import classes from './values-table.module.css';

/** An estimate with its interval left of it, so that estimates align. One whose interval is open, or that has none, steps back. */
export function EstimateCell({
  estimate,
  isDifference = false,
}: {
  estimate: Estimate | undefined;
  isDifference?: boolean;
}) {
  if (estimate === undefined || !Number.isFinite(estimate.value)) {
    return <td className={classes.number}>{'\u2013'}</td>;
  }
  const isOpen = estimate.low === undefined || estimate.high === undefined;
  const write = isDifference ? formatEstimatedDifference : formatEstimate;
  return (
    <td className={classes.number}>
      <span className={classes.interval}>{formatInterval(estimate)}</span>{' '}
      <span className={classes.estimate} data-open={isOpen || undefined} data-difference={isDifference || undefined}>
        {write(estimate)}
      </span>
    </td>
  );
}
