import type { MarkShape } from '../group-styles.ts';
import { markPath } from '../mark-path.ts';

/** A lane's marks as paths to be painted one over the other. */
export interface LaneMarks {
  readonly kind: 'marks' | 'strip';
  readonly paths: readonly { readonly layer: number; readonly d: string }[];
}

export interface Lane {
  readonly middlePx: number;
  readonly heightPx: number;
}

/** Above this marks would be a solid band, and cost a node each. */
export const MAX_LANE_MARKS = 1_000;
/** Marks within one path do not darken where they meet; with some paths they do, at a hundredth of the nodes. */
const LAYERS = 8;
const STRIP_COLUMN_PX = 2;
/** A column with nothing near is as wide as a mark, else the tick of the median hides it. */
const ALONE_PX = 7;
/** Turns the index into a height in the lane that never repeats and leaves no gaps. */
const GOLDEN = 0.618_033_988_749_895;

/**
 * Every trace of a lane as a mark at its duration, scattered over the lane's height; above `MAX_LANE_MARKS` a strip as high as the
 * traces are dense (by their square root, so that single ones stay visible).
 */
export function laneMarks(xsPx: Float64Array, shape: MarkShape, radiusPx: number, lane: Lane): LaneMarks {
  return xsPx.length > MAX_LANE_MARKS ? strip(xsPx, lane) : marks(xsPx, shape, radiusPx, lane);
}

function marks(xsPx: Float64Array, shape: MarkShape, radiusPx: number, lane: Lane): LaneMarks {
  const scatterPx = Math.max(0, lane.heightPx - 2 * radiusPx - 4);
  const layers = Array.from({ length: Math.min(LAYERS, xsPx.length) }, () => '');
  for (let i = 0; i < xsPx.length; i++) {
    const yPx = lane.middlePx + ((((i + 1) * GOLDEN) % 1) - 0.5) * scatterPx;
    layers[i % LAYERS] += markPath(shape, radiusPx, xsPx[i]!, yPx);
  }
  return { kind: 'marks', paths: layers.map((d, layer) => ({ layer, d })) };
}

function strip(xsPx: Float64Array, lane: Lane): LaneMarks {
  const counts = new Map<number, number>();
  let most = 0;
  for (const xPx of xsPx) {
    const column = Math.floor(xPx / STRIP_COLUMN_PX);
    const count = (counts.get(column) ?? 0) + 1;
    counts.set(column, count);
    most = Math.max(most, count);
  }
  let path = '';
  for (const [column, count] of counts) {
    const heightPx = Math.max(2, Math.round(Math.sqrt(count / most) * (lane.heightPx - 6) * 10) / 10);
    const topPx = Math.round((lane.middlePx - heightPx / 2) * 100) / 100;
    const widthPx = heightPx > ALONE_PX && isAlone(column, counts) ? ALONE_PX : STRIP_COLUMN_PX;
    const leftPx = (column + 0.5) * STRIP_COLUMN_PX - widthPx / 2;
    path += `M${leftPx} ${topPx}h${widthPx}v${heightPx}h${-widthPx}Z`;
  }
  return { kind: 'strip', paths: [{ layer: 0, d: path }] };
}

function isAlone(column: number, counts: ReadonlyMap<number, number>): boolean {
  return [-3, -2, 2, 3].every((away) => !counts.has(column + away));
}
