import type { Points } from '#core/analysis/explore-answer.ts';
import type { TimePlot } from './time-plot.ts';

/** Where the points are drawn, parallel to them. What is drawn and what is hit come from here alike. */
export interface PointPixels {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

export function pointPixels(points: Points, plot: TimePlot): PointPixels {
  return { xs: Float32Array.from(points.time, plot.xPx), ys: Float32Array.from(points.latency, plot.yPx) };
}

/** Index of the point nearest to a place, within `reachPx`; of equally near ones the last, which is drawn on top. */
export function nearestPoint({ xs, ys }: PointPixels, xPx: number, yPx: number, reachPx: number): number | undefined {
  let nearest: number | undefined;
  let least = reachPx * reachPx;
  for (let i = 0; i < xs.length; i++) {
    const dx = xs[i]! - xPx;
    const dy = ys[i]! - yPx;
    const distance = dx * dx + dy * dy;
    if (distance <= least) {
      least = distance;
      nearest = i;
    }
  }
  return nearest;
}
