import type { MarkShape } from '../../../ui/group-styles.ts';

/** What stands around the chart in its picture. */
export interface PictureTexts {
  /** Above: what it shows. */
  readonly title: string;
  /** Below: what it rests on. */
  readonly note: string;
  /** Which mark is which value, where the chart itself does not say it. */
  readonly legend: readonly { readonly mark: MarkShape; readonly label: string; readonly color: string }[];
}

export interface Picture {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The marks as they are written. */
const SIGNS: { readonly [shape in MarkShape]: string } = {
  diamond: '◆',
  disc: '●',
  square: '■',
  triangle: '▲',
  ring: '○',
  box: '□',
  delta: '△',
};

const SVG = 'http://www.w3.org/2000/svg';
const PADDING_PX = 16;
const LINE_PX = 22;
const LEGEND_GAP_PX = 18;

/** Of how an element is drawn: what a picture needs that has no style sheet. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

/**
 * A chart as a picture that stands on its own: an SVG with every style written out, points on a canvas as an image, and a title, a legend
 * and a note around it.
 *
 * @param chart as it is drawn in the page
 */
export function chartSvg(chart: SVGSVGElement, { title, note, legend }: PictureTexts): Picture {
  const { width, height } = chart.getBoundingClientRect();
  const style = getComputedStyle(chart);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const legendPx = legend.length === 0 ? 0 : LINE_PX;
  const widthPx = Math.ceil(width) + 2 * PADDING_PX;
  const heightPx = Math.ceil(height) + 2 * PADDING_PX + 2 * LINE_PX + legendPx;

  const picture = document.createElementNS(SVG, 'svg');
  setAttributes(picture, { xmlns: SVG, width: widthPx, height: heightPx, viewBox: `0 0 ${widthPx} ${heightPx}` });
  const ground = picture.appendChild(document.createElementNS(SVG, 'rect'));
  setAttributes(ground, { width: widthPx, height: heightPx, fill: token('--k-surface') });
  const font = { 'font-family': style.fontFamily, fill: token('--k-ink') };
  const write = (
    text: string,
    xPx: number,
    yPx: number,
    more: Readonly<Record<string, string | number>>,
  ): SVGTextElement => {
    const line = picture.appendChild(document.createElementNS(SVG, 'text'));
    setAttributes(line, { ...font, x: xPx, y: yPx, ...more });
    line.textContent = text;
    return line;
  };
  write(title, PADDING_PX, PADDING_PX + 14, { 'font-size': 15, 'font-weight': 600 });
  writeLegend(legend, (text, xPx, color) =>
    write(text, xPx, PADDING_PX + LINE_PX + 14, { 'font-size': 12, fill: resolved(color, token) }),
  );
  const frame = picture.appendChild(document.createElementNS(SVG, 'g'));
  setAttributes(frame, { transform: `translate(${PADDING_PX} ${PADDING_PX + LINE_PX + legendPx})` });
  frame.append(...Array.from(chart.childNodes, (node) => styledCopy(node)).filter((node) => node !== undefined));
  write(note, PADDING_PX, heightPx - PADDING_PX, { 'font-size': 12, fill: token('--k-ink2') });
  return { svg: new XMLSerializer().serializeToString(picture), widthPx, heightPx };
}

function writeLegend(
  legend: PictureTexts['legend'],
  write: (text: string, xPx: number, color: string) => SVGTextElement,
): void {
  let xPx = PADDING_PX;
  for (const { mark, label, color } of legend) {
    const entry = `${SIGNS[mark]} ${label}`;
    write(entry, xPx, color);
    // Nobody can measure what is not in the page yet; full-width signs are about twice as wide.
    xPx += [...entry].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 12 : 7), 0) + LEGEND_GAP_PX;
  }
}

function styledCopy(node: Node): Node | undefined {
  if (!(node instanceof Element)) return node.cloneNode();
  if (node.localName === 'foreignObject') return canvasImage(node);
  const copy = node.cloneNode() as Element;
  copy.removeAttribute('class');
  const style = getComputedStyle(node);
  if (style.display === 'none') return undefined;
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value !== '') copy.setAttribute(name, value);
  }
  copy.append(...Array.from(node.childNodes, (child) => styledCopy(child)).filter((child) => child !== undefined));
  return copy;
}

/** The points on a canvas, as they are. */
function canvasImage(frame: Element): Node | undefined {
  const canvas = frame.querySelector('canvas');
  if (canvas === null) return undefined;
  const image = document.createElementNS(SVG, 'image');
  for (const name of ['x', 'y', 'width', 'height']) image.setAttribute(name, frame.getAttribute(name) ?? '0');
  image.setAttribute('href', canvas.toDataURL());
  return image;
}

function resolved(color: string, token: (name: string) => string): string {
  const name = /^var\((--[\w-]+)\)$/.exec(color)?.[1];
  return name === undefined ? color : token(name);
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
