import type { Micros } from '#core/units.ts';
import type { JaegerClient, TraceSearch } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import { narrowerWindow } from './narrower-window.ts';
import { nextWindow } from './next-window.ts';
import type { SearchPage } from './search-page.ts';
import { LARGEST_WINDOW, newestPart, type SearchWindow, SMALLEST_WINDOW, widthOf } from './search-window.ts';
import { type Slice, type SliceOptions, SliceReader } from './slice-reader.ts';

/** A window that Jaeger refuses is tried again so much shorter, and so often. */
const REFUSED_PART = 1 / 8;
const MAX_REFUSALS = 3;
/** Somebody waits for each of them. */
const MAX_TIMEOUTS = 1;

/**
 * Reads the newest part of a range that one answer of Jaeger can hold completely.
 *
 *     asked       start |------------------------------------------| end
 *     1st page          |==============full========================|      the whole range, or as long as options.window
 *     2nd page                              |========full==========|      what should fit by what came
 *     3rd page                                          |=complete=|
 *     slice                                  info.start |==========| info.end
 *     next slice            |==============|                              end = info.start − 1, window = info.nextWindow
 *
 * Jaeger has no paging, does not say that it left something out, and storages differ in what they leave out. A page is taken
 * for complete if it holds fewer traces than the limit, and fewer spans of the asked service (and operation) than the rows
 * that Cassandra reads at most; every row that it read belongs to a trace that it returned. Where only the latter fails, one
 * small question tells whether this is Cassandra at all, once for a connection. On Cassandra a search for the operation of the
 * roots fits three times as much, as each trace is one row then.
 *
 * Filters are sent where that loses nothing (`sentSearch`), and what comes is filtered again (`SearchPage`). What counts for
 * completeness is what came.
 *
 * @throws JaegerFault, or the reason of the signal
 */
export async function readSlice(client: JaegerClient, search: TraceSearch, options: SliceOptions): Promise<Slice> {
  const reader = new SliceReader(client, search, options);
  let window = firstWindow(search, options);
  let timesFull = 0;
  let refusals = 0;
  let isNearUnserialisable = false;
  const next = (page: SearchPage): Micros => {
    const width = widthOf(page.window);
    // What Jaeger cannot send lies right before this window, which was the newer half: search on by halves.
    if (isNearUnserialisable) return Math.max(SMALLEST_WINDOW, Math.floor(width / 2));
    return refusals > 0 ? width : nextWindow(page.window, page.found, reader.limits);
  };
  for (;;) {
    const canNarrow = widthOf(window) > SMALLEST_WINDOW;
    const page = await reader.page(window);
    if (page instanceof JaegerFault) {
      if (page.isUnserialisable) {
        if (!canNarrow) return reader.skipped(window);
        isNearUnserialisable = true;
        window = shortened(window, 1 / 2);
      } else {
        refusals++;
        if (!canNarrow || refusals > (page.code === 'jaeger-timeout' ? MAX_TIMEOUTS : MAX_REFUSALS)) throw page;
        window = shortened(window, REFUSED_PART);
      }
    } else if (!(await reader.isFull(page))) {
      return reader.slice(page, 'complete', next(page));
    } else {
      if (!canNarrow) return reader.slice(page, 'cut', SMALLEST_WINDOW);
      window = narrowerWindow(window, page.found, reader.limits, timesFull);
      timesFull++;
    }
  }
}

function firstWindow(search: TraceSearch, { window = LARGEST_WINDOW }: SliceOptions): SearchWindow {
  return newestPart(search, Math.min(LARGEST_WINDOW, Math.max(SMALLEST_WINDOW, window)));
}

function shortened(window: SearchWindow, part: number): SearchWindow {
  return newestPart(window, Math.max(SMALLEST_WINDOW, Math.floor(widthOf(window) * part)));
}
