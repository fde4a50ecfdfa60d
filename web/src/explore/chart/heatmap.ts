import type { PointPixels } from './point-pixels.ts';
import type { TimePlot } from './time-plot.ts';

/** Large enough to be pointed at. */
const CELL_PX = 8;

/** How many points lie in each cell of the plot, row by row from the top left. */
export interface Heatmap {
  readonly columns: number;
  readonly counts: Int32Array;
  /** Of them, those of the highlighted group. */
  readonly highlighted: Int32Array;
  readonly most: number;
}

/** What a cell holds. */
export interface HeatmapCell {
  readonly count: number;
  readonly highlighted: number;
}

/** Counts the points by cell. O(points). */
export function heatmap(
  { xs, ys }: PointPixels,
  isHighlight: (point: number) => boolean,
  plot: Pick<TimePlot, 'leftPx' | 'rightPx' | 'topPx' | 'bottomPx'>,
): Heatmap {
  const columns = Math.max(1, Math.ceil((plot.rightPx - plot.leftPx) / CELL_PX));
  const rows = Math.max(1, Math.ceil((plot.bottomPx - plot.topPx) / CELL_PX));
  const counts = new Int32Array(columns * rows);
  const highlighted = new Int32Array(columns * rows);
  let most = 0;
  for (let point = 0; point < xs.length; point++) {
    const cell = cellOf(xs[point]!, ys[point]!, columns, rows, plot);
    most = Math.max(most, ++counts[cell]!);
    if (isHighlight(point)) highlighted[cell]!++;
  }
  return { columns, counts, highlighted, most };
}

/** What the cell of a place holds. */
export function heatmapCellAt(
  { columns, counts, highlighted }: Heatmap,
  xPx: number,
  yPx: number,
  plot: Pick<TimePlot, 'leftPx' | 'topPx'>,
): HeatmapCell {
  const cell = cellOf(xPx, yPx, columns, counts.length / columns, plot);
  return { count: counts[cell]!, highlighted: highlighted[cell]! };
}

/** A point on the far edge belongs to the last cell. */
function cellOf(
  xPx: number,
  yPx: number,
  columns: number,
  rows: number,
  { leftPx, topPx }: Pick<TimePlot, 'leftPx' | 'topPx'>,
): number {
  const column = Math.min(columns - 1, Math.max(0, Math.floor((xPx - leftPx) / CELL_PX)));
  const row = Math.min(rows - 1, Math.max(0, Math.floor((yPx - topPx) / CELL_PX)));
  return row * columns + column;
}

/** As many shades as can be told apart. */
const SHADES = 10;

/** The cells as one path a shade, the faintest first. The scale is that of square roots: a few traces beside many stay visible. */
export function heatmapShades(
  { columns, counts, most }: Heatmap,
  { leftPx, topPx }: Pick<TimePlot, 'leftPx' | 'topPx'>,
): readonly { readonly opacity: number; readonly d: string }[] {
  const paths = new Array<string>(SHADES).fill('');
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell]!;
    if (count === 0) continue;
    const shade = Math.ceil(Math.sqrt(count / most) * SHADES) - 1;
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    paths[shade] += `M${leftPx + column * CELL_PX} ${topPx + row * CELL_PX}h${CELL_PX}v${CELL_PX}h-${CELL_PX}z`;
  }
  return paths.flatMap((d, shade) => (d === '' ? [] : [{ opacity: 0.08 + (0.72 * (shade + 1)) / SHADES, d }]));
}
