import { type Micros, type UnixMicros, unixMicros } from '#core/units.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';

/** The plot of latency over time: its place in the chart in px, and the way from data to px and back. */
export interface TimePlot {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly leftPx: number;
  readonly rightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
  readonly axis: DurationAxis;
  readonly xPx: (time: number) => number;
  readonly yPx: (micros: Micros) => number;
  readonly timeAt: (xPx: number) => UnixMicros;
  /** Position on the axis of durations, in axis units. */
  readonly positionAt: (yPx: number) => number;
}

export const TIME_MARGIN = { leftPx: 64, rightPx: 20, topPx: 22, bottomPx: 22 };

/** @param axis already with a zero lane wide enough for the plot's height. */
export function timePlot(
  widthPx: number,
  heightPx: number,
  range: { readonly from: UnixMicros; readonly to: UnixMicros },
  axis: DurationAxis,
): TimePlot {
  const leftPx = TIME_MARGIN.leftPx;
  const rightPx = widthPx - TIME_MARGIN.rightPx;
  const topPx = TIME_MARGIN.topPx;
  const bottomPx = heightPx - TIME_MARGIN.bottomPx;
  const pxPerMicros = (rightPx - leftPx) / Math.max(1, range.to - range.from);
  const pxPerUnit = (bottomPx - topPx) / (axis.max - axis.min);
  return {
    widthPx,
    heightPx,
    leftPx,
    rightPx,
    topPx,
    bottomPx,
    axis,
    xPx: (time) => leftPx + (time - range.from) * pxPerMicros,
    yPx: (micros) => bottomPx - (axis.positionOf(micros) - axis.min) * pxPerUnit,
    timeAt: (xPx) => unixMicros(Math.round(range.from + (xPx - leftPx) / pxPerMicros)),
    positionAt: (yPx) => axis.min + (bottomPx - yPx) / pxPerUnit,
  };
}
