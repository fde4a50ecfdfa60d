/** Where the parts of the distribution stand, in px from the upper left corner of the chart. */
export interface DistributionLayout {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The plot: curves above, lanes below, one horizontal axis for both. */
  readonly leftPx: number;
  readonly rightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
  /** Share 0 of the curves. */
  readonly curvesBottomPx: number;
  readonly lanesTopPx: number;
  readonly laneHeightPx: number;
  readonly isNarrow: boolean;
}

const TOP = 10;
const AXIS = 22;
/** Between the curves and the first lane, and between the last lane and the axis. */
const LANES_MARGIN = 12;
const LANES_END = 2;
const LANE = { least: 14, most: 24 };
const CURVES_SHARE = 0.42;
const NARROW = 560;

/**
 * Divides the chart's box:
 *
 *     topPx          |---------------------------|
 *                    |  curves                   |   at least two fifths of the height
 *     curvesBottomPx |---------------------------|
 *     lanesTopPx     |  lane                     |   24 px each, down to 14 where there are many
 *                    |  lane                     |
 *     bottomPx       +---------------------------+
 *                  leftPx                     rightPx
 *
 * @param labelsPx width of the widest lane label with its number.
 */
export function distributionLayout(
  widthPx: number,
  heightPx: number,
  lanes: number,
  labelsPx: number,
): DistributionLayout {
  const isNarrow = widthPx < NARROW;
  const bottomPx = heightPx - AXIS;
  const roomPx = bottomPx - TOP - LANES_MARGIN - LANES_END - CURVES_SHARE * heightPx;
  const laneHeightPx = Math.min(LANE.most, Math.max(LANE.least, Math.floor(roomPx / Math.max(1, lanes))));
  const lanesTopPx = bottomPx - LANES_END - lanes * laneHeightPx;
  return {
    widthPx,
    heightPx,
    leftPx: Math.min(isNarrow ? 124 : 190, Math.max(isNarrow ? 86 : 96, Math.ceil(labelsPx))),
    rightPx: widthPx - (isNarrow ? 12 : 20),
    topPx: TOP,
    bottomPx,
    curvesBottomPx: lanesTopPx - LANES_MARGIN,
    lanesTopPx,
    laneHeightPx,
    isNarrow,
  };
}
