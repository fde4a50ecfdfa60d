import type { Estimate } from '#core/analysis/estimate.ts';
import type { Micros } from '#core/units.ts';

/** An estimate in its lane: a tick, and a line over its interval. */
export interface Whisker {
  readonly tickPx: number;
  /** `undefined` where there is no interval at all, or it is narrower than the tick. */
  readonly line:
    | { readonly fromPx: number; readonly toPx: number; readonly isOpenLeft: boolean; readonly isOpenRight: boolean }
    | undefined;
}

/** How far an open end runs past the outermost trace. */
const OPEN_PX = 16;
const LEAST_LINE_PX = 4;

/** @param smallestPx,largestPx the outermost traces of the lane. */
export function whisker(
  { value, low, high }: Estimate,
  xPx: (micros: Micros) => number,
  smallestPx: number,
  largestPx: number,
): Whisker {
  const tickPx = xPx(value);
  if (low === undefined && high === undefined) return { tickPx, line: undefined };
  const fromPx = low === undefined ? smallestPx - OPEN_PX : xPx(low);
  const toPx = high === undefined ? largestPx + OPEN_PX : xPx(high);
  if (toPx - fromPx < LEAST_LINE_PX) return { tickPx, line: undefined };
  return { tickPx, line: { fromPx, toPx, isOpenLeft: low === undefined, isOpenRight: high === undefined } };
}
