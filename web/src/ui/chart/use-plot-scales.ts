import { useMemo } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';

/** From axis units to px within a chart of recharts whose two axes are linear in them. */
export interface PlotScales {
  readonly leftPx: number;
  readonly rightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
  readonly xPx: (position: number) => number;
  readonly yPx: (position: number) => number;
}

/**
 * The scales of the chart around, for layers of our own in it. Both axes are linear, so two probes each are enough, and a hundred
 * thousand points cost a multiplication each. Stable while the chart is: safe in the dependencies of an effect.
 */
export function usePlotScales(): PlotScales | undefined {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  return useMemo(() => {
    if (area === undefined || xScale === undefined || yScale === undefined) return undefined;
    const xPx = lineThrough(xScale);
    const yPx = lineThrough(yScale);
    if (xPx === undefined || yPx === undefined) return undefined;
    return {
      leftPx: area.x,
      rightPx: area.x + area.width,
      topPx: area.y,
      bottomPx: area.y + area.height,
      xPx,
      yPx,
    };
  }, [area, xScale, yScale]);
}

function lineThrough(scale: (value: number) => number | undefined): ((position: number) => number) | undefined {
  const atZero = scale(0);
  const atOne = scale(1);
  if (atZero === undefined || atOne === undefined) return undefined;
  const slope = atOne - atZero;
  return (position) => atZero + slope * position;
}
