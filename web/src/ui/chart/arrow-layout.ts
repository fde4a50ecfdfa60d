import type { BoxPx } from './box-px.ts';
import { textWidth } from './text-width.ts';

/** The arrow between two medians and its two texts. */
export interface ArrowLayout {
  /** `undefined` where the medians are too near for an arrow. */
  readonly line: { readonly startPx: number; readonly tipPx: number; readonly direction: 1 | -1 } | undefined;
  readonly textPx: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** What it covers, for labels to keep away. */
  readonly box: BoxPx;
}

const START_GAP_PX = 6;
const TIP_GAP_PX = 8;
const LEAST_PX = 20;
const TEXT_GAP_PX = 14;
const ABOVE_PX = 28;
const BELOW_PX = 24;

/**
 * The arrow from `fromPx` to `toPx` at height `yPx`. Its texts stand over and under its middle where they fit between the medians,
 * else beside it: right, or left where the plot ends.
 */
export function arrowLayout(
  fromPx: number,
  toPx: number,
  yPx: number,
  texts: { readonly amount: string; readonly amountPx: number; readonly detail: string },
  plot: { readonly leftPx: number; readonly rightPx: number },
): ArrowLayout {
  const direction = toPx >= fromPx ? 1 : -1;
  const startPx = fromPx + direction * START_GAP_PX;
  const tipPx = toPx - direction * TIP_GAP_PX;
  const line = (tipPx - startPx) * direction < LEAST_PX ? undefined : ({ startPx, tipPx, direction } as const);
  const widthPx = Math.max(textWidth(texts.amount, texts.amountPx, true), textWidth(texts.detail, 12));
  const topPx = yPx - ABOVE_PX;
  const bottomPx = yPx + BELOW_PX;
  const left = Math.min(fromPx, toPx);
  const right = Math.max(fromPx, toPx);
  if (line !== undefined && right - left > widthPx + 2 * TEXT_GAP_PX) {
    return {
      line,
      textPx: (startPx + tipPx) / 2,
      anchor: 'middle',
      box: { leftPx: left, rightPx: right, topPx, bottomPx },
    };
  }
  const isRight = right + TEXT_GAP_PX + widthPx <= plot.rightPx;
  return {
    line,
    textPx: isRight ? right + TEXT_GAP_PX : left - TEXT_GAP_PX,
    anchor: isRight ? 'start' : 'end',
    box: isRight
      ? { leftPx: left, rightPx: right + TEXT_GAP_PX + widthPx, topPx, bottomPx }
      : { leftPx: left - TEXT_GAP_PX - widthPx, rightPx: right, topPx, bottomPx },
  };
}
