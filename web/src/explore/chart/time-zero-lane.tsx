import { usePlotScales } from '../../ui/chart/use-plot-scales.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import classes from './time-chart.module.css';

/** The lane of 0 µs along the bottom, and the break above it. */
export function TimeZeroLane({ axis }: { readonly axis: DurationAxis }) {
  const scales = usePlotScales();
  const lane = axis.zeroLane;
  if (scales === undefined || lane === undefined) return null;
  const { leftPx, rightPx, yPx } = scales;
  const middlePx = (yPx(lane.to) + yPx(axis.majors[1]!.position)) / 2;
  return (
    <g>
      <rect
        className={classes.zeroLane}
        x={leftPx}
        y={yPx(lane.to)}
        width={rightPx - leftPx}
        height={yPx(lane.from) - yPx(lane.to)}
      />
      <path
        className={classes.break}
        d={`M${leftPx - 4} ${middlePx + 3.5}l8 -3.5m-8 7l8 -3.5`}
        transform="translate(0 -3)"
      />
    </g>
  );
}
