import type { Micros } from '#core/units.ts';
import { fillOf, type PageLimits, targetFill } from './page-limits.ts';
import type { FoundTrace } from './search-page.ts';
import { LARGEST_WINDOW, type SearchWindow, SMALLEST_WINDOW, widthOf } from './search-window.ts';

/** A window is at most so many times as long as the one before: traffic comes in bursts. */
const MOST_GROWTH = 8;
const MOST_GROWTH_AFTER_NOTHING = 32;

/** A page that was so nearly as full as expected differs by chance: half of the correction, so that chance does not add up. */
const SMALL_CORRECTION = 1.3;

/** The oldest part of the page tells where the traffic is going, if it is far from the whole and not a few traces. */
const PART = 1 / 4;
const CLEAR_CHANGE = 1.6;
const ENOUGH = 16;

/**
 * How long a window the next older slice should try after this one was complete: what nearly fills a page if traces keep coming
 * as they did, or as they did in the oldest part of the page where that was clearly busier or quieter.
 */
export function nextWindow(window: SearchWindow, found: readonly FoundTrace[], limits: PageLimits): Micros {
  const width = widthOf(window) * growthAfter(window, found, limits);
  return Math.min(LARGEST_WINDOW, Math.max(SMALLEST_WINDOW, Math.floor(width)));
}

function growthAfter(window: SearchWindow, found: readonly FoundTrace[], limits: PageLimits): number {
  if (found.length === 0) return MOST_GROWTH_AFTER_NOTHING;
  const fill = fillOf(found, limits);
  const growth = (targetFill(found.length / fill) / fill) * changeOf(window, found);
  const isSmall = growth < SMALL_CORRECTION && growth > 1 / SMALL_CORRECTION;
  return Math.min(MOST_GROWTH, isSmall ? Math.sqrt(growth) : growth);
}

/**
 * How much farther apart the oldest traces lie than those of the whole page: of its quarter, that one's quarter and so on, the
 * smallest that differs clearly. 1 where none does.
 */
function changeOf(window: SearchWindow, found: readonly FoundTrace[]): number {
  const times = found.flatMap(({ newest }) => (newest === undefined ? [] : [newest])).sort((a, b) => a - b);
  let change = 1;
  for (let oldest = Math.floor(times.length * PART); oldest >= ENOUGH; oldest = Math.floor(oldest * PART)) {
    const share = Math.max(0, times[oldest - 1]! - window.start + 1) / widthOf(window);
    const apart = (share * times.length) / oldest;
    if (apart > CLEAR_CHANGE || apart < 1 / CLEAR_CHANGE) change = apart;
  }
  return change;
}
