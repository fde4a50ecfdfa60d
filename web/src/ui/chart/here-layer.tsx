import type { Micros } from '#core/units.ts';
import type { DurationAxis } from '../duration-axis.ts';
import classes from './distribution-chart.module.css';
import type { DistributionLayout } from './distribution-layout.ts';
import { textWidth } from './text-width.ts';
import { usePlotScales } from './use-plot-scales.ts';

interface HereLayerProps {
  readonly axis: DurationAxis;
  readonly layout: DistributionLayout;
  readonly micros: Micros;
  readonly label: string | undefined;
}

/** A single latency: a dashed line through curves and lanes, and what it is. */
export function HereLayer({ axis, layout, micros, label }: HereLayerProps) {
  const scales = usePlotScales();
  if (scales === undefined) return null;
  const xPx = Math.round(scales.xPx(axis.positionOf(micros)) * 10) / 10;
  const isLeft = label !== undefined && xPx - 10 - textWidth(label, 13, true) > layout.leftPx;
  return (
    <g>
      <path className={classes.here} d={`M${xPx} ${layout.topPx - 8}V${layout.bottomPx}`} />
      {label !== undefined && (
        <text
          className={classes.hereLabel}
          x={isLeft ? xPx - 10 : xPx + 10}
          y={layout.topPx + (layout.curvesBottomPx - layout.topPx) * 0.58}
          textAnchor={isLeft ? 'end' : 'start'}
        >
          {label}
        </text>
      )}
    </g>
  );
}
