import { type PageLimits, rowsOf } from './page-limits.ts';
import type { FoundTrace } from './search-page.ts';
import { newestPart, type SearchWindow, SMALLEST_WINDOW, widthOf } from './search-window.ts';

/** Of a page's traces where they are the newest: not all, as late ones may still come. */
const FIRST_SHARE = 0.92;

/** Of the traces of a page that came after a narrower window was full again: the storage gives others than the newest. */
const NEXT_SHARE = 0.25;

/** Each window is at least so much shorter than the one before, whatever the page says. */
const MOST_OF_WINDOW = 0.9;

/**
 * The window to try after a page over `window` was full: as long as the newest traces of the page are together, as many of them
 * as should fit. Most storages give the newest, so that it fits; Cassandra picks from the traces of the newest rows, and how
 * many rows came back tells how many traces it had. Where the window is full again (`timesFull`), the page was a random choice
 * out of more than we know: the newest quarter of it then stands for a quarter of them, wherever in time they lie. A page
 * without times leaves the half.
 *
 * @param timesFull how often a page of this slice was full before this one
 */
export function narrowerWindow(
  window: SearchWindow,
  found: readonly FoundTrace[],
  limits: PageLimits,
  timesFull: number,
): SearchWindow {
  const share = timesFull === 0 ? FIRST_SHARE * shareOfRows(found, limits) : NEXT_SHARE;
  const width = Math.floor(widthOf(window) * MOST_OF_WINDOW);
  const fitting = widthOfNewest(window, found, { traces: limits.traces * share, rows: limits.rows * share });
  return newestPart(window, Math.max(SMALLEST_WINDOW, Math.min(width, fitting ?? Math.floor(widthOf(window) / 2))));
}

function shareOfRows(found: readonly FoundTrace[], limits: PageLimits): number {
  return limits.rows === Number.POSITIVE_INFINITY ? 1 : Math.min(1, rowsOf(found) / limits.rows);
}

function widthOfNewest(window: SearchWindow, found: readonly FoundTrace[], most: PageLimits): number | undefined {
  const newestFirst = found
    .flatMap(({ newest, rows }) => (newest === undefined ? [] : [{ newest, rows }]))
    .sort((a, b) => b.newest - a.newest);
  let traces = 0;
  let rows = 0;
  for (const trace of newestFirst) {
    traces++;
    rows += trace.rows;
    if (traces > most.traces || rows > most.rows) return window.end - trace.newest;
  }
  return undefined;
}
