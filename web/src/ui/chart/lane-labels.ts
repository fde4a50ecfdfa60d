import { formatCount } from '#core/format/format-count.ts';
import type { DistributionGroup } from './distribution-group.ts';
import { textWidth } from './text-width.ts';

export const LANE_FONT_PX = 13;
/** Where a lane's name begins: right of its mark. */
export const LANE_NAME_PX = 21;
/** Between name and number, and between number and plot. */
const GAP_PX = 8;

/** Width of the column of labels: mark, name, number. */
export function laneLabelWidth(groups: readonly DistributionGroup[]): number {
  return Math.max(
    0,
    ...groups.map(
      ({ label, latencies }) =>
        LANE_NAME_PX + textWidth(label, LANE_FONT_PX, true) + GAP_PX + countWidth(latencies.length) + GAP_PX,
    ),
  );
}

/** How wide the name of a lane may be where the plot begins at `leftPx`. */
export function laneNameRoom(leftPx: number, n: number): number {
  return leftPx - GAP_PX - countWidth(n) - GAP_PX - LANE_NAME_PX;
}

function countWidth(n: number): number {
  return textWidth(formatCount(n), 12);
}
