import type { DurationAxis } from '../duration-axis.ts';
import type { Density } from './density.ts';

/** Below this share of the height the curve lies on the axis and is left out. */
const LEAST_SEEN = 0.002;

/** The curve of a density and, where traces took 0 µs, a bar in the zero lane with an area to the same scale. */
export function densityPath(
  { positions, values, zero }: Density,
  axis: DurationAxis,
  scale: { readonly xPx: (position: number) => number; readonly yPx: (height: number) => number },
  /** Density at height 1. */
  top: number,
): { readonly curve: string; readonly zeroBar: string } {
  const at = (i: number): string =>
    `${Math.round(scale.xPx(positions[i]!) * 10) / 10} ${Math.round(scale.yPx(values[i]! / top) * 10) / 10}`;
  const isSeen = (i: number): boolean => (values[i] ?? 0) > LEAST_SEEN * top;
  let curve = '';
  let isPenDown = false;
  for (let i = 0; i < positions.length; i++) {
    const isDrawn = isSeen(i - 1) || isSeen(i) || isSeen(i + 1);
    if (isDrawn) curve += (isPenDown ? 'L' : 'M') + at(i);
    isPenDown = isDrawn;
  }
  const lane = axis.zeroLane;
  if (lane === undefined || zero === 0) return { curve, zeroBar: '' };
  const y0 = Math.round(scale.yPx(0) * 10) / 10;
  const y1 = Math.round(scale.yPx(zero / top) * 10) / 10;
  return { curve, zeroBar: `M${scale.xPx(lane.from)} ${y0}V${y1}H${scale.xPx(lane.to)}V${y0}` };
}
