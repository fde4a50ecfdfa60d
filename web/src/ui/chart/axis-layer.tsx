import type { DurationAxis } from '../duration-axis.ts';
import classes from './distribution-chart.module.css';
import { usePlotScales } from './use-plot-scales.ts';

/** What recharts' axis has not: the lane of 0 µs, the break right of it, and ticks without labels. */
export function AxisLayer({ axis, hasMinors }: { readonly axis: DurationAxis; readonly hasMinors: boolean }) {
  const scales = usePlotScales();
  if (scales === undefined) return null;
  const { xPx, topPx, bottomPx } = scales;
  const lane = axis.zeroLane;
  return (
    <g>
      {lane !== undefined && (
        <>
          <rect
            className={classes.zeroLane}
            x={xPx(lane.from)}
            y={topPx}
            width={xPx(lane.to) - xPx(lane.from)}
            height={bottomPx - topPx}
          />
          <path
            className={classes.break}
            d={`M${(xPx(lane.to) + xPx(axis.majors[1]!.position)) / 2 - 4.5} ${bottomPx + 4}l3.5 -8m1.5 8l3.5 -8`}
          />
        </>
      )}
      {hasMinors && (
        <path
          className={classes.minors}
          d={axis.minors.map((position) => `M${Math.round(xPx(position) * 10) / 10} ${bottomPx}v3`).join('')}
        />
      )}
    </g>
  );
}
