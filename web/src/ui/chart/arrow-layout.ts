import type { BoxPx } from './box-px.ts';
import { textWidth } from './text-width.ts';

/** The arrow between two medians and its two texts. */
export interface ArrowLayout {
  /** `undefined` where the medians are too near for an arrow. */
  readonly line: { readonly startPx: number; readonly tipPx: number; readonly direction: 1 | -1 } | undefined;
  readonly textPx: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Whether there is room for the lower text. */
  readonly hasDetail: boolean;
  /** What it covers, for labels to keep away. */
  readonly box: BoxPx;
}

const START_GAP_PX = 6;
const TIP_GAP_PX = 8;
const LEAST_PX = 20;
const TEXT_GAP_PX = 14;
const ABOVE_PX = 28;
const BELOW_PX = 24;

export interface ArrowSides {
  readonly leftPx: number;
  readonly rightPx: number;
}

/**
 * The arrow from `fromPx` to `toPx` at height `yPx`. Its texts stand over and under its middle where they fit between the medians,
 * else beyond its tip, else the upper one stands over the middle all the same.
 *
 * @param beyond where there is room beside the curves at the height of the texts.
 */
export function arrowLayout(
  fromPx: number,
  toPx: number,
  yPx: number,
  texts: { readonly amount: string; readonly amountPx: number; readonly detail: string },
  beyond: ArrowSides,
  plot: ArrowSides,
): ArrowLayout {
  const direction = toPx >= fromPx ? 1 : -1;
  const startPx = fromPx + direction * START_GAP_PX;
  const tipPx = toPx - direction * TIP_GAP_PX;
  const line = (tipPx - startPx) * direction < LEAST_PX ? undefined : ({ startPx, tipPx, direction } as const);
  const widthPx = Math.max(textWidth(texts.amount, texts.amountPx, true), textWidth(texts.detail, 12));
  const rows = { topPx: yPx - ABOVE_PX, bottomPx: yPx + BELOW_PX };
  const left = Math.min(fromPx, toPx);
  const right = Math.max(fromPx, toPx);
  const isBetween = line !== undefined && right - left > widthPx + 2 * TEXT_GAP_PX;
  if (!isBetween && direction > 0 && beyond.rightPx + TEXT_GAP_PX + widthPx <= plot.rightPx) {
    const textPx = beyond.rightPx + TEXT_GAP_PX;
    return {
      line,
      textPx,
      anchor: 'start',
      hasDetail: true,
      box: { leftPx: left, rightPx: textPx + widthPx, ...rows },
    };
  }
  if (!isBetween && direction < 0 && beyond.leftPx - TEXT_GAP_PX - widthPx >= plot.leftPx) {
    const textPx = beyond.leftPx - TEXT_GAP_PX;
    return { line, textPx, anchor: 'end', hasDetail: true, box: { leftPx: textPx - widthPx, rightPx: right, ...rows } };
  }
  const textPx = (startPx + tipPx) / 2;
  const reachPx = Math.max(right - left, widthPx) / 2;
  return {
    line,
    textPx,
    anchor: 'middle',
    hasDetail: isBetween,
    box: { leftPx: textPx - reachPx, rightPx: textPx + reachPx, ...rows },
  };
}
