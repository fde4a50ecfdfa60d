import classes from './distribution-chart.module.css';
import type { Whisker } from './whisker.ts';

interface WhiskerShapeProps {
  readonly whisker: Whisker;
  readonly middlePx: number;
  /** Half the height of the tick. */
  readonly tickPx: number;
  readonly isThick: boolean;
  /** Clears the marks around the line; not where each of few counts. */
  readonly hasHalo: boolean;
}

/** A quantile as a tick, its interval as a line; an open end is an arrow. */
export function WhiskerShape({
  whisker: { tickPx: xPx, line },
  middlePx,
  tickPx,
  isThick,
  hasHalo,
}: WhiskerShapeProps) {
  const tick = `M${rounded(xPx)} ${middlePx - tickPx}v${2 * tickPx}`;
  return (
    <g>
      {line !== undefined && (
        <>
          {hasHalo && (
            <path className={classes.whiskerHalo} d={`M${rounded(line.fromPx)} ${middlePx}H${rounded(line.toPx)}`} />
          )}
          <path className={classes.whisker} d={`M${rounded(line.fromPx)} ${middlePx}H${rounded(line.toPx)}`} />
          {line.isOpenLeft && (
            <path className={classes.whiskerTip} d={`M${rounded(line.fromPx) - 1} ${middlePx}l6 -3.5v7z`} />
          )}
          {line.isOpenRight && (
            <path className={classes.whiskerTip} d={`M${rounded(line.toPx) + 1} ${middlePx}l-6 -3.5v7z`} />
          )}
        </>
      )}
      <path className={isThick && line !== undefined ? classes.median : classes.whisker} d={tick} />
    </g>
  );
}

function rounded(px: number): number {
  return Math.round(px * 10) / 10;
}
