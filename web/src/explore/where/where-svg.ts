import type { WhereAnswer, WhereRow } from '#core/analysis/where/where-answer.ts';
import { formatDifference } from '#core/format/format-difference.ts';
import { formatEstimatedDifference } from '#core/format/format-estimated-difference.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { barScale } from './bar-scale.ts';
import { foldRows } from './fold-rows.ts';
import { icicleLayout } from './icicle-layout.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH_PX = 960;
const ROW_PX = 24;
const LEVEL_PX = 28;
const GAP_PX = 16;
const NAME_PX = 380;
const NUMBER_PX = 200;
const INDENT_PX = 12;
const MAX_INDENT = 12;
/** More rows would be no picture any more; the table has them all. */
const MOST_ROWS = 30;
const FULL_WIDTH_SIGN_PX = 12;
const SIGN_PX = 6.6;

export interface WhereSvgContext {
  /** Index of the row that holds most of the difference. */
  readonly most: number | undefined;
  /** Said where rows are left out. */
  readonly others: (rows: number) => string;
  /** The colour that a token of the page has now: a picture has no style sheet. */
  readonly token: (name: Token) => string;
}

type Token = `--k-${string}`;

/**
 * The difference as a drawing of its own, for a picture: the rows with their bars, and under them the icicle.
 *
 *     demo /handler       [−227, 88.5] −69.4 µs  |
 *     └ demo /omikuji    [1.003, 1.006] +1.005 s |=======
 *     |  /handler                                 +1.00 s |
 *     |  /omikuji                                 +1.00 s |
 */
export function whereSvg({ rows }: WhereAnswer, { most, others, token }: WhereSvgContext): SVGSVGElement {
  const all = foldRows(rows).shown;
  const shown = all.slice(0, MOST_ROWS);
  const cells = icicleLayout(rows);
  const levels = cells.reduce((deepest, { depth }) => Math.max(deepest, depth + 1), 0);
  const isCut = shown.length < rows.length;
  const tablePx = (shown.length + (isCut ? 1 : 0)) * ROW_PX;
  const heightPx = tablePx + (levels === 0 ? 0 : GAP_PX + levels * LEVEL_PX);
  const svg = document.createElementNS(SVG, 'svg');
  setAttributes(svg, { width: WIDTH_PX, height: heightPx, viewBox: `0 0 ${WIDTH_PX} ${heightPx}` });
  shown.forEach((index, place) => {
    svg.append(...rowShapes(rows, index, place * ROW_PX, index === most, token));
  });
  if (isCut) svg.append(text(others(rows.length - shown.length), 0, shown.length * ROW_PX + 16, token('--k-ink3')));
  const topPx = tablePx + GAP_PX;
  for (const { rowIndex, depth, startShare, endShare } of cells) {
    const startPx = startShare * WIDTH_PX;
    const widthPx = (endShare - startShare) * WIDTH_PX;
    svg.append(...cellShapes(rows[rowIndex]!, startPx, topPx + depth * LEVEL_PX, widthPx, rowIndex === most, token));
  }
  return svg;
}

function rowShapes(
  rows: readonly WhereRow[],
  index: number,
  topPx: number,
  isMost: boolean,
  token: WhereSvgContext['token'],
): readonly SVGElement[] {
  const { service, operation, depth, delta } = rows[index]!;
  const { zeroShare, sharePerMicro } = barScale(rows);
  const ink = isMost ? token('--k-hi-text') : token('--k-ink');
  const indentPx = Math.min(depth, MAX_INDENT) * INDENT_PX;
  const barsPx = NAME_PX + NUMBER_PX + GAP_PX;
  const roomPx = WIDTH_PX - barsPx;
  const zeroPx = barsPx + zeroShare * roomPx;
  const sizePx = Math.abs(delta.value) * sharePerMicro * roomPx;
  const number = `${formatInterval(delta)} ${formatEstimatedDifference(delta)}`.trim();
  const name = text(fitting(`${service} ${operation}`, NAME_PX - indentPx), indentPx, topPx + 16, ink);
  const value = text(number, NAME_PX + NUMBER_PX, topPx + 16, ink);
  value.setAttribute('text-anchor', 'end');
  return [
    name,
    value,
    shape('rect', { x: zeroPx, y: topPx, width: 1, height: ROW_PX, fill: token('--k-line2') }),
    ...(delta.value === 0
      ? []
      : [
          shape('rect', {
            x: delta.value < 0 ? zeroPx - sizePx : zeroPx,
            y: topPx + 7,
            width: Math.max(1.5, sizePx),
            height: 10,
            fill: delta.value < 0 ? 'none' : isMost ? token('--k-hi') : token('--k-ink2'),
            stroke: delta.value < 0 ? (isMost ? token('--k-hi') : token('--k-ink2')) : 'none',
          }),
        ]),
  ];
}

function cellShapes(
  { operation, subtree }: WhereRow,
  startPx: number,
  topPx: number,
  widthPx: number,
  isMost: boolean,
  token: WhereSvgContext['token'],
): readonly SVGElement[] {
  const ink = isMost ? token('--k-hi-text') : token('--k-ink2');
  const cell = shape('rect', {
    x: startPx + 0.5,
    y: topPx + 0.5,
    width: Math.max(0.5, widthPx - 1),
    height: LEVEL_PX - 3,
    rx: 3,
    fill: subtree > 0 ? token('--k-hi-tint') : token('--k-sunken'),
    stroke: isMost ? token('--k-hi') : token('--k-line2'),
  });
  const difference = formatDifference(subtree);
  const differencePx = widthOf(difference);
  const hasDifference = widthPx > differencePx + 64;
  const name = fitting(operation, widthPx - 14 - (hasDifference ? differencePx + 8 : 0));
  const end = text(difference, startPx + widthPx - 7, topPx + 17, ink);
  end.setAttribute('text-anchor', 'end');
  return [cell, ...(name === '' ? [] : [text(name, startPx + 7, topPx + 17, ink)]), ...(hasDifference ? [end] : [])];
}

/** As much of a text as has room, ending in an ellipsis where something is left out; nothing where that would be all. */
function fitting(whole: string, roomPx: number): string {
  if (widthOf(whole) <= roomPx) return whole;
  const signs = [...whole];
  while (signs.length > 0 && widthOf(`${signs.join('')}…`) > roomPx) signs.pop();
  return signs.length === 0 ? '' : `${signs.join('')}…`;
}

/** Nobody can measure what is not drawn yet; full-width signs are about twice as wide. */
function widthOf(written: string): number {
  return [...written].reduce((sum, sign) => sum + (sign > '\u2e7f' ? FULL_WIDTH_SIGN_PX : SIGN_PX), 0);
}

function text(content: string, xPx: number, yPx: number, fill: string): SVGElement {
  const line = document.createElementNS(SVG, 'text');
  setAttributes(line, { x: xPx, y: yPx, 'font-size': 12 });
  // The page's own rules for text in charts would win over an attribute.
  line.style.fill = fill;
  line.textContent = content;
  return line;
}

function shape(name: 'rect', attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  setAttributes(element, attributes);
  return element;
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
