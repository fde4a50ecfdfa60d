import type { DurationAxis } from '../duration-axis.ts';
import type { Histogram } from './histogram.ts';

/** The outline of a histogram, closed on the axis, and a bar in the zero lane. */
export function histogramPath(
  { edges, counts, zeros, n }: Histogram,
  axis: DurationAxis,
  scale: { readonly xPx: (position: number) => number; readonly yPx: (height: number) => number },
  /** Share at height 1. */
  top: number,
): { readonly curve: string; readonly zeroBar: string } {
  if (n === 0) return { curve: '', zeroBar: '' };
  const x = (bin: number): number => tenth(scale.xPx(edges[bin]!));
  const y = (count: number): number => tenth(scale.yPx(count / n / top));
  let curve = '';
  let height = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin]!;
    if (count === height) continue;
    curve += height === 0 ? `M${x(bin)} ${y(0)}V${y(count)}` : `H${x(bin)}V${y(count)}`;
    height = count;
  }
  if (height > 0) curve += `H${x(counts.length)}V${y(0)}`;
  const lane = axis.zeroLane;
  if (lane === undefined || zeros === 0) return { curve, zeroBar: '' };
  return { curve, zeroBar: `M${tenth(scale.xPx(lane.from))} ${y(0)}V${y(zeros)}H${tenth(scale.xPx(lane.to))}V${y(0)}` };
}

function tenth(px: number): number {
  return Math.round(px * 10) / 10;
}
