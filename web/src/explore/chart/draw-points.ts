import { isHollowMark } from '../../ui/is-hollow-mark.ts';
import { markPath } from '../../ui/mark-path.ts';
import { DIMMED, type PointLayer } from './point-layers.ts';
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

/** The outline that keeps marks apart, as in the SVG. Where there are too many it would be all that one sees. */
const OUTLINE_PX = 0.6;
const MAX_OUTLINED = 2_000;

/**
 * Paints the points as `SvgPoints` does. Each look is drawn once and stamped, which is some ten times faster than a path a point.
 * Values of their own colour are painted in the order of time, mixed: painted one after another the last would hide the others.
 */
export function drawPoints(
  context: CanvasRenderingContext2D,
  layers: readonly PointLayer[],
  { xs, ys }: PointPixels,
  { originXPx, originYPx, density, colorOf }: DrawPointsOptions,
): void {
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const groups = runs(layers);
  groups.forEach((together, run) => {
    const layerOf = new Int16Array(xs.length).fill(-1);
    together.forEach(({ indices }, layer) => {
      for (const i of indices) layerOf[i] = layer;
    });
    const stamps = together.map((layer) => stampOf(layer, xs.length <= MAX_OUTLINED, density, colorOf));
    for (let i = 0; i < xs.length; i++) {
      const layer = layerOf[i]!;
      if (layer < 0) continue;
      const { canvas, sizePx } = stamps[layer]!;
      context.globalAlpha = together[layer]!.opacity;
      context.drawImage(
        canvas,
        (xs[i]! - originXPx - sizePx / 2) * density,
        (ys[i]! - originYPx - sizePx / 2) * density,
      );
    }
    const next = groups[run + 1]?.[0];
    if (together[0]?.isDimmed && next?.isDimmed !== true) fade(context);
  });
  context.globalAlpha = 1;
}

/** Dims all that is painted so far. */
function fade(context: CanvasRenderingContext2D): void {
  context.globalCompositeOperation = 'destination-in';
  context.globalAlpha = DIMMED;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.globalCompositeOperation = 'source-over';
}

/** Layers in their order, those together that may be mixed. */
function runs(layers: readonly PointLayer[]): readonly (readonly PointLayer[])[] {
  const found: PointLayer[][] = [];
  let last: string | undefined;
  for (const layer of layers) {
    const kind = `${layer.isDimmed} ${layer.style.role}`;
    if (kind === last) found[found.length - 1]!.push(layer);
    else found.push([layer]);
    last = kind;
  }
  return found;
}

interface Stamp {
  readonly canvas: HTMLCanvasElement;
  readonly sizePx: number;
}

function stampOf(
  { style, radiusPx }: PointLayer,
  hasOutline: boolean,
  density: number,
  colorOf: (token: string) => string,
): Stamp {
  const sizePx = Math.ceil(radiusPx * 1.15 * 2 + 4);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(sizePx * density);
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('a canvas has no 2d context');
  context.scale(density, density);
  const path = new Path2D(markPath(style.mark, radiusPx, sizePx / 2, sizePx / 2));
  if (isHollowMark(style.mark)) {
    context.strokeStyle = colorOf(style.color);
    context.lineWidth = 1.3;
    context.stroke(path);
    return { canvas, sizePx };
  }
  context.fillStyle = colorOf(style.color);
  context.fill(path);
  if (hasOutline) {
    context.strokeStyle = colorOf('var(--k-surface)');
    context.lineWidth = OUTLINE_PX;
    context.stroke(path);
  }
  return { canvas, sizePx };
}
