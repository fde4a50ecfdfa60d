import type { Box } from '#core/analysis/explore-question.ts';
import type { Micros } from '#core/units.ts';
import type { BoxPx } from '../../ui/chart/box-px.ts';
import type { TimePlot } from './time-plot.ts';

export type BoxEdge = 'left' | 'right' | 'top' | 'bottom';

export function isBoxEdge(text: string | undefined): text is BoxEdge {
  return text === 'left' || text === 'right' || text === 'top' || text === 'bottom';
}

/** Latencies are measured in ns at the finest: the smallest that is not 0. */
const SMALLEST: Micros = 0.001;
const LEAST_PX = 4;
/** What the way through px and back may cost; without it a box would grow by a digit each time it is moved. */
const ROUNDING = 1e-9;

/** The box spanned by two corners, within the plot. */
export function boxBetween(aXPx: number, aYPx: number, bXPx: number, bYPx: number, plot: TimePlot): BoxPx {
  const x = (px: number) => Math.min(plot.rightPx, Math.max(plot.leftPx, px));
  const y = (px: number) => Math.min(plot.bottomPx, Math.max(plot.topPx, px));
  return {
    leftPx: Math.min(x(aXPx), x(bXPx)),
    rightPx: Math.max(x(aXPx), x(bXPx)),
    topPx: Math.min(y(aYPx), y(bYPx)),
    bottomPx: Math.max(y(aYPx), y(bYPx)),
  };
}

const AROUND_PX = { x: 40, y: 14 };

/** A box to begin with around a point. */
export function boxAround(xPx: number, yPx: number, plot: TimePlot): BoxPx {
  return boxBetween(xPx - AROUND_PX.x, yPx - AROUND_PX.y, xPx + AROUND_PX.x, yPx + AROUND_PX.y, plot);
}

/** The box moved, as far as the plot goes; its size stays. */
export function movedBox(box: BoxPx, dxPx: number, dyPx: number, plot: TimePlot): BoxPx {
  const dx = Math.min(plot.rightPx - box.rightPx, Math.max(plot.leftPx - box.leftPx, dxPx));
  const dy = Math.min(plot.bottomPx - box.bottomPx, Math.max(plot.topPx - box.topPx, dyPx));
  return { leftPx: box.leftPx + dx, rightPx: box.rightPx + dx, topPx: box.topPx + dy, bottomPx: box.bottomPx + dy };
}

/** The box with one edge moved, never beyond the other edge or out of the plot. */
export function resizedBox(box: BoxPx, edge: BoxEdge, byPx: number, plot: TimePlot): BoxPx {
  switch (edge) {
    case 'left':
      return { ...box, leftPx: clamp(box.leftPx + byPx, plot.leftPx, box.rightPx - LEAST_PX) };
    case 'right':
      return { ...box, rightPx: clamp(box.rightPx + byPx, box.leftPx + LEAST_PX, plot.rightPx) };
    case 'top':
      return { ...box, topPx: clamp(box.topPx + byPx, plot.topPx, box.bottomPx - LEAST_PX) };
    case 'bottom':
      return { ...box, bottomPx: clamp(box.bottomPx + byPx, box.topPx + LEAST_PX, plot.bottomPx) };
  }
}

/**
 * Where a box of data lies. One that begins at 0 reaches down to the end of the zero lane, and one of nothing but 0 is the lane.
 */
export function boxToPx(box: Box, plot: TimePlot): BoxPx {
  const lane = plot.axis.zeroLane;
  const x = (px: number) => clamp(px, plot.leftPx, plot.rightPx);
  const y = (px: number) => clamp(px, plot.topPx, plot.bottomPx);
  const laneTopPx = lane === undefined ? plot.bottomPx - LEAST_PX : yOfPosition(lane.to, plot);
  return {
    leftPx: x(plot.xPx(box.from)),
    rightPx: x(plot.xPx(box.to)),
    topPx: box.max <= 0 ? laneTopPx : y(plot.yPx(box.max)),
    bottomPx: box.min <= 0 ? plot.bottomPx : y(plot.yPx(box.min)),
  };
}

/** The data of a box in px: durations to three digits and outward, so that what it encloses on screen it holds. */
export function boxFromPx(box: BoxPx, plot: TimePlot): Box {
  const low = plot.positionAt(box.bottomPx);
  const lane = plot.axis.zeroLane;
  const min = plot.axis.microsAt(low);
  const max = plot.axis.microsAt(plot.positionAt(box.topPx));
  const isAboveLane = lane !== undefined && low > lane.to + 1e-9;
  return {
    from: plot.timeAt(box.leftPx),
    to: plot.timeAt(box.rightPx),
    min: min > 0 ? roundedDown(min) : isAboveLane ? SMALLEST : 0,
    max: Math.max(max > 0 ? roundedUp(max) : 0, isAboveLane ? SMALLEST : 0),
  };
}

function yOfPosition(position: number, plot: TimePlot): number {
  const { axis, topPx, bottomPx } = plot;
  return bottomPx - ((position - axis.min) / (axis.max - axis.min)) * (bottomPx - topPx);
}

function roundedDown(micros: Micros): Micros {
  const rounded = Number(micros.toPrecision(3));
  return rounded <= micros * (1 + ROUNDING) ? rounded : Number((rounded - unitOfThirdDigit(micros)).toPrecision(3));
}

function roundedUp(micros: Micros): Micros {
  const rounded = Number(micros.toPrecision(3));
  return rounded >= micros * (1 - ROUNDING) ? rounded : Number((rounded + unitOfThirdDigit(micros)).toPrecision(3));
}

function unitOfThirdDigit(micros: Micros): Micros {
  return 10 ** (Math.floor(Math.log10(micros)) - 2);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
