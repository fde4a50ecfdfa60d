import type { Estimate } from '#core/analysis/estimate.ts';
import { LEAST_IN_PART, type PartQuantiles } from '#core/analysis/quantiles-over-time.ts';
import type { TimeParts } from '#core/analysis/time-parts.ts';
import type { TimePlot } from '../time-plot.ts';

export interface PointPx {
  readonly xPx: number;
  readonly yPx: number;
}

/**
 * A quantile over time as it is drawn.
 *
 *       ╱▒▒▒╲                     band: the interval, of parts beside one another
 *     ─•──•──•       •            line and points: the estimates; a part with too few is a gap, and one between
 *       ╲▒▒▒╱    ▲                two gaps is a point with its own band
 */
export interface LineShape {
  /** Path of the line, without parts that stand alone. */
  readonly line: string;
  readonly band: string;
  readonly points: readonly PointPx[];
  /** Points whose interval is open above: there may be no bound that the traces can tell. */
  readonly open: readonly PointPx[];
}

/** Half the width of the band of a part that stands alone. */
const ALONE_PX = 4;

/** The shape of one quantile of one line. @param pick which quantile */
export function lineShape(
  parts: readonly (PartQuantiles | undefined)[],
  { edges }: TimeParts,
  pick: (quantiles: PartQuantiles) => Estimate,
  plot: TimePlot,
): LineShape {
  const lines: string[] = [];
  const bands: string[] = [];
  const points: PointPx[] = [];
  const open: PointPx[] = [];
  for (const run of runsOf(parts)) {
    const shown = run.map((part) => {
      const { value, low, high } = pick(parts[part]!);
      const point = { xPx: rounded(plot.xPx((edges[part]! + edges[part + 1]!) / 2)), yPx: rounded(plot.yPx(value)) };
      points.push(point);
      if (high === undefined) open.push(point);
      // An end that is open has nothing to fill up to.
      return { ...point, lowPx: rounded(plot.yPx(low ?? value)), highPx: rounded(plot.yPx(high ?? value)) };
    });
    const [only] = shown;
    if (shown.length === 1 && only !== undefined) {
      bands.push(`M${only.xPx - ALONE_PX} ${only.lowPx}H${only.xPx + ALONE_PX}V${only.highPx}H${only.xPx - ALONE_PX}Z`);
      continue;
    }
    lines.push(`M${shown.map(({ xPx, yPx }) => `${xPx} ${yPx}`).join('L')}`);
    const below = shown.map(({ xPx, lowPx }) => `${xPx} ${lowPx}`);
    const above = shown.map(({ xPx, highPx }) => `${xPx} ${highPx}`).reverse();
    bands.push(`M${[...below, ...above].join('L')}Z`);
  }
  return { line: lines.join(''), band: bands.join(''), points, open };
}

/** Parts beside one another that have enough traces. */
function runsOf(parts: readonly (PartQuantiles | undefined)[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (let part = 0; part < parts.length; part++) {
    if ((parts[part]?.n ?? 0) < LEAST_IN_PART) continue;
    const run = runs.at(-1);
    if (run?.at(-1) === part - 1) run.push(part);
    else runs.push([part]);
  }
  return runs;
}

function rounded(px: number): number {
  return Math.round(px * 10) / 10;
}
