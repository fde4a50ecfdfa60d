/**
 * recharts gives an axis a scale only where something has data on it. Our layers are nothing to it, so charts carry one invisible
 * point: `<Scatter {...axesAnchor} />` with `dataKey="x"` and `"y"` on the axes.
 */
export const axesAnchor = {
  data: [{ x: 0, y: 0 }],
  fill: 'none',
  shape: () => null,
  isAnimationActive: false,
  legendType: 'none',
  tooltipType: 'none',
} as const;
