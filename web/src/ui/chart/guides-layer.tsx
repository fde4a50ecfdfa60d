import classes from './distribution-chart.module.css';
import type { DistributionLayout } from './distribution-layout.ts';
import { usePlotScales } from './use-plot-scales.ts';

/** Horizontal lines: ends of the curves, p50 and p95 dotted, and the line between curves and lanes. */
export function GuidesLayer({
  layout,
  hasShares,
}: {
  readonly layout: DistributionLayout;
  readonly hasShares: boolean;
}) {
  const scales = usePlotScales();
  if (scales === undefined) return null;
  const { leftPx, rightPx, yPx } = scales;
  const across = (y: number): string => `M${leftPx} ${Math.round(y * 10) / 10}H${rightPx}`;
  return (
    <g>
      <path className={classes.grid} d={(hasShares ? [0, 1] : [0]).map((share) => across(yPx(share))).join('')} />
      {hasShares && <path className={classes.dotted} d={[0.5, 0.95].map((share) => across(yPx(share))).join('')} />}
      <path className={classes.divider} d={across((layout.curvesBottomPx + layout.lanesTopPx) / 2)} />
    </g>
  );
}
