import type { GroupStyle } from '../../ui/group-styles.ts';
import { langOf } from '../../ui/lang-of.ts';
import { Mark } from '../../ui/mark.tsx';
import classes from './time-overlay.module.css';
import type { TimePlot } from './time-plot.ts';

interface PointTipProps {
  readonly xPx: number;
  readonly yPx: number;
  readonly plot: TimePlot;
  readonly style: GroupStyle;
  readonly name: string;
  readonly time: string;
  readonly duration: string;
  /** How many are where it is, in a heatmap. */
  readonly crowd: string | undefined;
}

const GAP_PX = 14;

/** A ring around a point, and beside it what it is. What screen readers hear is on the plot. */
export function PointTip({ xPx, yPx, plot, style, name, time, duration, crowd }: PointTipProps) {
  const isRight = xPx > (plot.leftPx + plot.rightPx) / 2;
  return (
    <>
      <div className={classes.ring} style={{ left: xPx, top: yPx }} />
      <div
        className={classes.tip}
        style={{ ...(isRight ? { right: plot.widthPx - xPx + GAP_PX } : { left: xPx + GAP_PX }), top: yPx }}
        aria-hidden="true"
      >
        <span className={classes.tipName} data-role={style.role}>
          <Mark shape={style.mark} color={style.color} />
          <span lang={langOf(name)}>{name}</span>
        </span>
        <b>{duration}</b>
        <span>{time}</span>
        {crowd !== undefined && <span>{crowd}</span>}
      </div>
    </>
  );
}
