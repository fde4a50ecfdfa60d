/** Where panels stand in their picture, in px from its upper left corner. */
export interface PanelsLayout {
  readonly columns: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly panel: {
    readonly widthPx: number;
    readonly heightPx: number;
    /** The plot within a panel. */
    readonly leftPx: number;
    readonly rightPx: number;
    readonly topPx: number;
    readonly curveBottomPx: number;
    readonly laneMiddlePx: number;
    readonly bottomPx: number;
  };
}

const LEAST_WIDTH = 230;
const MOST_COLUMNS = 4;
const HEIGHT = 132;
const GAP = 16;
const HEAD = 24;
const LANE = 22;
const AXIS = 20;
const SIDE = 8;

/**
 * Panels in rows:
 *
 *     | ◆ 凶        84 |  | ● 吉       166 |     head
 *     |           ___  |  |  ____________  |
 *     |          /     |  | /              |     curve
 *     |     ·  ·|·:·   |  | ·|·: ·         |     lane of the quantiles
 *     |_0__1ms____1s___|  |_0__1ms____1s___|     axis
 *
 * @param count panels, at least one
 */
export function panelsLayout(widthPx: number, count: number): PanelsLayout {
  const columns = Math.max(1, Math.min(MOST_COLUMNS, count, Math.floor((widthPx + GAP) / (LEAST_WIDTH + GAP))));
  const panelWidthPx = (widthPx - (columns - 1) * GAP) / columns;
  const bottomPx = HEIGHT - AXIS;
  return {
    columns,
    widthPx,
    heightPx: Math.ceil(count / columns) * (HEIGHT + GAP) - GAP,
    panel: {
      widthPx: panelWidthPx,
      heightPx: HEIGHT,
      leftPx: SIDE,
      rightPx: panelWidthPx - SIDE,
      topPx: HEAD,
      curveBottomPx: bottomPx - LANE,
      laneMiddlePx: bottomPx - LANE / 2,
      bottomPx,
    },
  };
}

/** The upper left corner of panel `index`. */
export function panelCorner(
  { columns, panel }: PanelsLayout,
  index: number,
): { readonly xPx: number; readonly yPx: number } {
  return {
    xPx: (index % columns) * (panel.widthPx + GAP),
    yPx: Math.floor(index / columns) * (panel.heightPx + GAP),
  };
}

/** The panel at a place; in a gap the one before it. @param count how many there are */
export function panelAt(layout: PanelsLayout, xPx: number, yPx: number, count: number): number | undefined {
  const { columns, panel } = layout;
  const column = Math.min(columns - 1, Math.max(0, Math.floor(xPx / (panel.widthPx + GAP))));
  const index = Math.max(0, Math.floor(yPx / (panel.heightPx + GAP))) * columns + column;
  return index < count ? index : undefined;
}
