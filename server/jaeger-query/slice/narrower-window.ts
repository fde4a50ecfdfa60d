import type { Micros } from '#core/units.ts';
import type { FoundTrace } from './search-page.ts';
import { newestPart, type SearchWindow, SMALLEST_WINDOW, widthOf } from './search-window.ts';

/** The next page should be nearly full, yet not so nearly that a few late traces fill it. */
const TARGET_FILL = 0.8;

/**
 * The window to try after a page over `window` was full: its newest half, or less where the newest traces of the page say that
 * a half would be full again. Most storages give the newest, so that the second page usually fits. Where they give others, the
 * guess is wide and the half is taken. It is never shorter than the smallest window.
 */
export function narrowerWindow(
  window: SearchWindow,
  found: readonly FoundTrace[],
  limits: { readonly traces: number; readonly rows: number },
): SearchWindow {
  const half = Math.floor(widthOf(window) / 2);
  return newestPart(window, Math.max(SMALLEST_WINDOW, Math.min(half, fittingWidth(window, found, limits))));
}

function fittingWidth(
  window: SearchWindow,
  found: readonly FoundTrace[],
  limits: { readonly traces: number; readonly rows: number },
): Micros {
  const newestFirst = found
    .flatMap(({ newest, rows }) => (newest === undefined ? [] : [{ newest, rows }]))
    .sort((a, b) => b.newest - a.newest);
  let traces = 0;
  let rows = 0;
  for (const trace of newestFirst) {
    traces++;
    rows += trace.rows;
    if (traces > limits.traces * TARGET_FILL || rows > limits.rows * TARGET_FILL) return window.end - trace.newest;
  }
  return Number.POSITIVE_INFINITY;
}
