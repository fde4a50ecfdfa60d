import type { DurationAxis } from '../duration-axis.ts';
import type { GroupStyle } from '../group-styles.ts';
import { density } from './density.ts';
import { densityPath } from './density-path.ts';
import type { DistributionGroup } from './distribution-group.ts';
import { ecdfPath } from './ecdf-path.ts';
import { highestShare, histogram } from './histogram.ts';
import { histogramPath } from './histogram-path.ts';

export type CurveKind = 'ecdf' | 'density' | 'histogram';

/** From axis units and shares to px. */
export interface CurveScales {
  readonly rightPx: number;
  readonly xPx: (position: number) => number;
  readonly yPx: (share: number) => number;
}

type Drawn = Pick<DistributionGroup, 'id' | 'style' | 'latencies'>;

/** The curve of one group as it is painted. */
export interface CurveShape {
  readonly id: string;
  readonly style: GroupStyle;
  readonly d: string;
  /** What is filled; empty where nothing is. */
  readonly bar: string;
}

function ecdfShapes(groups: readonly Drawn[], axis: DurationAxis, scales: CurveScales): readonly CurveShape[] {
  const scale = { xPx: (micros: number) => scales.xPx(axis.positionOf(micros)), yPx: scales.yPx };
  return groups.map(({ id, style, latencies }) => ({
    id,
    style,
    d: ecdfPath(latencies, scale, scales.rightPx),
    bar: '',
  }));
}

/** The highest density, or bar of zeros, reaches up to here. */
const PEAK = 0.95;

function densityShapes(groups: readonly Drawn[], axis: DurationAxis, scales: CurveScales): readonly CurveShape[] {
  const drawn = groups.map((group) => ({ group, density: density(group.latencies, axis) }));
  const top =
    Math.max(...drawn.map(({ density: { values, zero } }) => values.reduce((a, b) => Math.max(a, b), zero))) / PEAK;
  return drawn.map(({ group: { id, style }, density: estimate }) => {
    const { curve, zeroBar } = densityPath(estimate, axis, scales, top > 0 ? top : 1);
    return { id, style, d: curve, bar: zeroBar };
  });
}

function histogramShapes(groups: readonly Drawn[], axis: DurationAxis, scales: CurveScales): readonly CurveShape[] {
  const drawn = groups.map((group) => ({ group, bins: histogram(group.latencies, axis) }));
  const top = highestShare(drawn.map(({ bins }) => bins)) / PEAK;
  return drawn.map(({ group: { id, style }, bins }) => {
    const { curve, zeroBar } = histogramPath(bins, axis, scales, top > 0 ? top : 1);
    return { id, style, d: curve, bar: curve + zeroBar };
  });
}

const SHAPES: { readonly [Kind in CurveKind]: typeof ecdfShapes } = {
  ecdf: ecdfShapes,
  density: densityShapes,
  histogram: histogramShapes,
};

/** The curves of the groups, in their order and on one vertical scale. */
export function curveShapes(
  kind: CurveKind,
  groups: readonly Drawn[],
  axis: DurationAxis,
  scales: CurveScales,
): readonly CurveShape[] {
  return SHAPES[kind](groups, axis, scales);
}
