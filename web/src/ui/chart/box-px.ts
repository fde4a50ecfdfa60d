/** A rectangle in px. */
export interface BoxPx {
  readonly leftPx: number;
  readonly rightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

/** Whether two rectangles share a point. */
export function isOverlapping(a: BoxPx, b: BoxPx): boolean {
  return a.leftPx < b.rightPx && b.leftPx < a.rightPx && a.topPx < b.bottomPx && b.topPx < a.bottomPx;
}
