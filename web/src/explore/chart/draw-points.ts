import { markPath } from '../../ui/mark-path.ts';
import type { PointLayer } from './point-layers.ts';
import type { PointPixels } from './point-pixels.ts';

export interface DrawPointsOptions {
  /** Where the canvas begins in the chart. */
  readonly originXPx: number;
  readonly originYPx: number;
  /** Device pixels per px. */
  readonly density: number;
  /** What a token is in the theme of now. */
  readonly colorOf: (token: string) => string;
}

/** The outline that keeps marks apart, as in the SVG. */
const OUTLINE_PX = 0.6;

/** Paints the points as `SvgPoints` does. Each look is drawn once and stamped, which is some ten times faster than a path a point. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  layers: readonly PointLayer[],
  { xs, ys }: PointPixels,
  { originXPx, originYPx, density, colorOf }: DrawPointsOptions,
): void {
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  for (const layer of layers) {
    const sizePx = Math.ceil(layer.radiusPx * 1.15 * 2 + 4);
    const stamp = stampOf(layer, sizePx, density, colorOf);
    context.globalAlpha = layer.opacity;
    for (const i of layer.indices) {
      context.drawImage(
        stamp,
        (xs[i]! - originXPx - sizePx / 2) * density,
        (ys[i]! - originYPx - sizePx / 2) * density,
      );
    }
  }
  context.globalAlpha = 1;
}

function stampOf(
  { style, radiusPx }: PointLayer,
  sizePx: number,
  density: number,
  colorOf: (token: string) => string,
): HTMLCanvasElement {
  const stamp = document.createElement('canvas');
  stamp.width = Math.ceil(sizePx * density);
  stamp.height = stamp.width;
  const context = stamp.getContext('2d');
  if (context === null) throw new Error('a canvas has no 2d context');
  context.scale(density, density);
  const path = new Path2D(markPath(style.mark, radiusPx, sizePx / 2, sizePx / 2));
  if (style.mark === 'ring' || style.mark === 'box' || style.mark === 'delta') {
    context.strokeStyle = colorOf(style.color);
    context.lineWidth = 1.3;
    context.stroke(path);
  } else {
    context.fillStyle = colorOf(style.color);
    context.fill(path);
    context.strokeStyle = colorOf('var(--k-surface)');
    context.lineWidth = OUTLINE_PX;
    context.stroke(path);
  }
  return stamp;
}
