import type { Micros } from '#core/units.ts';

/** From data to px; both must be monotonic. */
export interface CurveScale {
  readonly xPx: (micros: Micros) => number;
  readonly yPx: (share: number) => number;
}

/** Up to here every step is drawn. */
const EXACT_UP_TO = 2_000;
/** Beyond, the steps within a quarter of a pixel are drawn as one: the eye cannot tell, and a path stays short. */
const COLUMNS_PER_PX = 4;

/**
 * The empirical distribution function of the ascending `latencies` as an SVG path: at each latency a step up to the share at or
 * below it, from 0 at the smallest to 1, and on to `endPx`.
 */
export function ecdfPath(latencies: Float64Array, { xPx, yPx }: CurveScale, endPx: number): string {
  const n = latencies.length;
  if (n === 0) return '';
  const columnsPerPx = n > EXACT_UP_TO ? COLUMNS_PER_PX : 100;
  const columnOf = (index: number): number => Math.round(xPx(latencies[index]!) * columnsPerPx) / columnsPerPx;
  const parts: string[] = [];
  let column = columnOf(0);
  parts.push(`M${column} ${hundredth(yPx(0))}`);
  for (let i = 1; i <= n; i++) {
    const next = i === n ? undefined : columnOf(i);
    if (next === column) continue;
    parts.push(`V${hundredth(yPx(i / n))}`);
    if (next !== undefined) {
      parts.push(`H${next}`);
      column = next;
    }
  }
  parts.push(`H${hundredth(endPx)}`);
  return parts.join('');
}

function hundredth(px: number): number {
  return Math.round(px * 100) / 100;
}
