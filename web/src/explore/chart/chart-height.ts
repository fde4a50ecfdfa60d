/** Height of every chart of the panel, so that nothing below moves between the tabs. */
export const CHART_HEIGHT_PX = 344;
