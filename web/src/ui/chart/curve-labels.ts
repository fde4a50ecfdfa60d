import { type BoxPx, isOverlapping } from './box-px.ts';

/** A curve as labels see it: where it is at a share, in px. Not falling. */
export interface LabelCurve {
  readonly xPx: (share: number) => number;
  readonly isHighlight: boolean;
}

/** A label at its place. `curves` are those that it names. */
export interface PlacedLabel {
  readonly curves: readonly number[];
  readonly leftPx: number;
  readonly middlePx: number;
  /** From the curves to the label, where it does not stand at them. */
  readonly leader: { readonly fromPx: number; readonly toPx: number } | undefined;
}

export interface LabelPlot extends BoxPx {
  /** Height of share 0 is `bottomPx`, of share 1 `topPx`. */
  readonly hasLeaders: boolean;
  /** What no label may cover. */
  readonly taken: readonly BoxPx[];
}

/** Curves nearer than this at their quartiles are one to the eye. */
const NEAR_PX = 14;
const QUARTILES = [0.25, 0.5, 0.75];
const LEVELS = [0.8, 0.68, 0.34, 0.22, 0.58, 0.12];
const LEADERS_PX = [150, 90, 44];
const GAP_PX = 9;
const HALF_HEIGHT_PX = 9;

/**
 * Puts names at curves: the highlight's first, left of its curve or else right of it; one label with a leader for curves that lie
 * on one another; each other one like the highlight's. What finds no free place has none: the lanes are the legend.
 *
 * @param widthOf width in px of the label for these curves.
 */
export function curveLabels(
  curves: readonly LabelCurve[],
  plot: LabelPlot,
  widthOf: (curves: readonly number[]) => number,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken: BoxPx[] = [...plot.taken];
  const highlights = curves.flatMap(({ isHighlight }, i) => (isHighlight ? [[i]] : []));
  for (const cluster of [...highlights, ...clusters(curves)]) {
    const widthPx = widthOf(cluster);
    const found =
      cluster.length === 1
        ? besideCurve(curves, cluster[0]!, widthPx, plot, taken)
        : plot.hasLeaders
          ? byLeader(curves, cluster, widthPx, plot, taken)
          : undefined;
    if (found === undefined) continue;
    placed.push(found.label);
    taken.push(found.box);
  }
  return placed;
}

/** The curves but the highlight's, those that lie on one another together, in the order of their first. */
function clusters(curves: readonly LabelCurve[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  curves.forEach((curve, i) => {
    if (curve.isHighlight) return;
    const near = found.find((cluster) =>
      cluster.some((other) =>
        QUARTILES.every((share) => Math.abs(curve.xPx(share) - curves[other]!.xPx(share)) <= NEAR_PX),
      ),
    );
    if (near === undefined) found.push([i]);
    else near.push(i);
  });
  return found;
}

interface Found {
  readonly label: PlacedLabel;
  readonly box: BoxPx;
}

function besideCurve(
  curves: readonly LabelCurve[],
  curve: number,
  widthPx: number,
  plot: LabelPlot,
  taken: readonly BoxPx[],
): Found | undefined {
  for (const level of LEVELS) {
    const band = bandAt(level, plot);
    const own = reachOf(curves[curve]!, band, plot);
    for (const leftPx of [own.leftPx - GAP_PX - widthPx, own.rightPx + GAP_PX]) {
      const box = { leftPx, rightPx: leftPx + widthPx, ...band };
      if (!isFree(box, curves, [curve], plot, taken)) continue;
      return { label: { curves: [curve], leftPx, middlePx: middleOf(band), leader: undefined }, box };
    }
  }
  return undefined;
}

function byLeader(
  curves: readonly LabelCurve[],
  cluster: readonly number[],
  widthPx: number,
  plot: LabelPlot,
  taken: readonly BoxPx[],
): Found | undefined {
  for (const level of LEVELS) {
    const band = bandAt(level, plot);
    const fromPx = Math.max(...cluster.map((curve) => curves[curve]!.xPx(level)));
    const edgePx = Math.max(...cluster.map((curve) => reachOf(curves[curve]!, band, plot).rightPx));
    for (const leaderPx of LEADERS_PX) {
      const leftPx = edgePx + leaderPx;
      const box = { leftPx, rightPx: leftPx + widthPx, ...band };
      if (!isFree({ ...box, leftPx: edgePx + 1 }, curves, cluster, plot, taken)) continue;
      return {
        label: { curves: cluster, leftPx, middlePx: middleOf(band), leader: { fromPx, toPx: leftPx - 6 } },
        box,
      };
    }
  }
  return undefined;
}

interface Band {
  readonly topPx: number;
  readonly bottomPx: number;
}

function bandAt(level: number, plot: LabelPlot): Band {
  const middlePx = plot.bottomPx - level * (plot.bottomPx - plot.topPx);
  return { topPx: middlePx - HALF_HEIGHT_PX, bottomPx: middlePx + HALF_HEIGHT_PX };
}

function middleOf({ topPx, bottomPx }: Band): number {
  return (topPx + bottomPx) / 2;
}

/** From where to where a curve runs within a band. */
function reachOf(curve: LabelCurve, { topPx, bottomPx }: Band, plot: LabelPlot): { leftPx: number; rightPx: number } {
  const shareAt = (px: number) => Math.min(1, Math.max(0, (plot.bottomPx - px) / (plot.bottomPx - plot.topPx)));
  return { leftPx: curve.xPx(shareAt(bottomPx)), rightPx: curve.xPx(shareAt(topPx)) };
}

function isFree(
  box: BoxPx,
  curves: readonly LabelCurve[],
  own: readonly number[],
  plot: LabelPlot,
  taken: readonly BoxPx[],
): boolean {
  if (box.leftPx < plot.leftPx || box.rightPx > plot.rightPx) return false;
  if (taken.some((other) => isOverlapping(box, other))) return false;
  return curves.every((curve, i) => {
    if (own.includes(i)) return true;
    const { leftPx, rightPx } = reachOf(curve, box, plot);
    return rightPx < box.leftPx - 2 || leftPx > box.rightPx + 2;
  });
}
