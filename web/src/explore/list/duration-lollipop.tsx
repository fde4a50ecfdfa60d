import type { Micros } from '#core/units.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import { markPath } from '../../ui/mark-path.ts';
import { axisShare } from './axis-share.ts';
import classes from './duration-lollipop.module.css';

const percent = (share: number) => `${share * 100}%`;

/** A duration on the chart's axis: a stem from the first gridline to a disc, or to a diamond where it is highlighted. */
export function DurationLollipop(props: { axis: DurationAxis; latency: Micros; isHighlight: boolean }) {
  const { axis, latency, isHighlight } = props;
  const atShare = axisShare(axis, latency);
  const floorShare = axis.zeroLane === undefined ? 0 : (axis.majors[1]!.position - axis.min) / (axis.max - axis.min);
  return (
    <svg className={classes.plot} data-highlight={isHighlight || undefined} aria-hidden="true" focusable="false">
      {axis.zeroLane !== undefined && (
        <rect
          className={classes.lane}
          y="0"
          height="100%"
          width={percent((axis.zeroLane.to - axis.zeroLane.from) / (axis.max - axis.min))}
        />
      )}
      {axis.majors.map(({ micros }) =>
        micros === 0 && axis.zeroLane !== undefined ? null : (
          <line
            key={micros}
            className={classes.grid}
            x1={percent(axisShare(axis, micros))}
            x2={percent(axisShare(axis, micros))}
            y1="0"
            y2="100%"
          />
        ),
      )}
      {atShare > floorShare && (
        <line className={classes.stem} x1={percent(floorShare)} x2={percent(atShare)} y1="50%" y2="50%" />
      )}
      <svg className={classes.at} x={percent(atShare)} y="50%" aria-hidden="true">
        <path className={classes.mark} d={isHighlight ? markPath('diamond', 5) : markPath('disc', 3.5)} />
      </svg>
    </svg>
  );
}
