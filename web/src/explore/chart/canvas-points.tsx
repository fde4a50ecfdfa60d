import { useEffect, useRef } from 'react';
import { usePlotArea } from 'recharts';
import { drawPoints } from './draw-points.ts';
import type { PointLayer } from './point-layers.ts';
import type { PointPixels } from './point-pixels.ts';

interface CanvasPointsProps {
  readonly layers: readonly PointLayer[];
  readonly pixels: PointPixels;
}

/** Marks at the edge of the plot reach over it. */
const BLEED_PX = 6;

/**
 * The points on a canvas within the chart, for more of them than nodes can bear. It takes the colours of the theme when it is drawn:
 * mount it anew (`key`) when the theme changes.
 */
export function CanvasPoints({ layers, pixels }: CanvasPointsProps) {
  const area = usePlotArea();
  const ref = useRef<HTMLCanvasElement>(null);
  const [x, y, widthPx, heightPx] =
    area === undefined
      ? [0, 0, 0, 0]
      : [area.x - BLEED_PX, area.y - BLEED_PX, area.width + 2 * BLEED_PX, area.height + 2 * BLEED_PX];

  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (canvas === null || context === null || context === undefined) return;
    const density = window.devicePixelRatio;
    canvas.width = Math.round(widthPx * density);
    canvas.height = Math.round(heightPx * density);
    const tokens = getComputedStyle(canvas);
    drawPoints(context, layers, pixels, {
      originXPx: x,
      originYPx: y,
      density,
      colorOf: (color) => tokens.getPropertyValue(/var\((.*)\)/.exec(color)?.[1] ?? '') || color,
    });
  }, [layers, pixels, x, y, widthPx, heightPx]);

  return (
    <foreignObject x={x} y={y} width={widthPx} height={heightPx} pointerEvents="none">
      <canvas ref={ref} style={{ width: widthPx, height: heightPx }} />
    </foreignObject>
  );
}
