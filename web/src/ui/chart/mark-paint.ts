import type { GroupStyle } from '../group-styles.ts';
import { isHollowMark } from '../is-hollow-mark.ts';

/** How to paint the outline of a mark in an SVG: filled, or as a line of `strokePx`. */
export function markPaint(
  { mark, color }: GroupStyle,
  strokePx: number,
): { readonly fill: string; readonly stroke?: string; readonly strokeWidth?: number } {
  return isHollowMark(mark) ? { fill: 'none', stroke: color, strokeWidth: strokePx } : { fill: color };
}
