import type { SliceInfo, SliceProblem } from '#core/api.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import { addMicros } from '#core/units.ts';
import type { JaegerClient, TraceSearch } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import { narrowerWindow } from './narrower-window.ts';
import { SearchPage } from './search-page.ts';
import { LARGEST_WINDOW, newestPart, type SearchWindow, SMALLEST_WINDOW, widthOf } from './search-window.ts';

/** Cassandra reads this many rows of its index per trace that is asked for, then stops without a word. */
const ROWS_PER_TRACE = 3;

export interface Slice {
  readonly table: SpanTable;
  readonly info: SliceInfo;
}

/**
 * Reads the newest part of a range that one answer of Jaeger can hold completely.
 *
 *     asked       start |------------------------------------------| end
 *     1st page          |==============full========================|
 *     2nd page                              |========full==========|      the newest half, or what should fit
 *     3rd page                                          |=complete=|
 *     slice                                  info.start |==========| info.end
 *
 * Jaeger has no paging, does not say that it left something out, and storages differ in what they leave out. A page is taken
 * for complete if it holds fewer traces than the limit, and fewer spans of the asked service (and operation) than the rows
 * that Cassandra reads at most; every row that it read belongs to a trace that it returned. Where only the latter fails, one
 * small question tells whether this is Cassandra at all.
 *
 * @throws JaegerFault
 */
export async function readSlice(client: JaegerClient, search: TraceSearch, signal: AbortSignal): Promise<Slice> {
  const reader = new Reader(client, search, signal);
  let window: SearchWindow = newestPart(search, LARGEST_WINDOW);
  for (;;) {
    const canNarrow = widthOf(window) > SMALLEST_WINDOW;
    const page = await reader.page(window);
    if (page === 'unserialisable') {
      if (!canNarrow) return reader.skipped(window);
      window = newestPart(window, Math.max(SMALLEST_WINDOW, Math.floor(widthOf(window) / 2)));
    } else {
      const fill = await reader.fillOf(page);
      if (fill === 'not-full') return reader.slice(page, 'complete');
      if (!canNarrow) return reader.slice(page, 'cut');
      const rows = fill === 'rows' ? search.limit * ROWS_PER_TRACE : Number.POSITIVE_INFINITY;
      window = narrowerWindow(window, page.found, { traces: search.limit, rows });
    }
  }
}

/** Asks the questions of one slice and counts what they cost. */
class Reader {
  readonly #client: JaegerClient;
  readonly #search: TraceSearch;
  readonly #signal: AbortSignal;
  #requests = 0;
  #bytes = 0;

  constructor(client: JaegerClient, search: TraceSearch, signal: AbortSignal) {
    this.#client = client;
    this.#search = search;
    this.#signal = signal;
  }

  /** All that Jaeger answers for `window`, or that it cannot because one of the traces holds NaN or ±Inf. */
  async page(window: SearchWindow): Promise<SearchPage | 'unserialisable'> {
    const page = new SearchPage(this.#search, window);
    try {
      await this.#ask(page, page.asked);
    } catch (error) {
      if (error instanceof JaegerFault && error.isUnserialisable) return 'unserialisable';
      throw error;
    }
    return page;
  }

  /** What the page is full of, so that something may be missing. */
  async fillOf(page: SearchPage): Promise<'not-full' | 'traces' | 'rows'> {
    const { limit } = this.#search;
    if (page.found.length >= limit) return 'traces';
    if (page.rows < limit * ROWS_PER_TRACE || (await this.#countsEnds(page))) return 'not-full';
    return 'rows';
  }

  /**
   * Does the storage find a span by a window that begins at its very start? All do but Cassandra, whose windows leave out both
   * ends. The microsecond more is for storages that keep nanoseconds, of which we see whole microseconds.
   */
  async #countsEnds(page: SearchPage): Promise<boolean> {
    const sample = page.found.find((trace) => trace.newest !== undefined);
    if (sample?.newest === undefined) return false;
    const window = { start: sample.newest, end: addMicros(sample.newest, 1) };
    const probe = new SearchPage(this.#search, window);
    await this.#ask(probe, { ...this.#search, ...window });
    return probe.found.some((trace) => trace.id === sample.id);
  }

  async #ask(page: SearchPage, search: TraceSearch): Promise<void> {
    this.#requests++;
    const listener = {
      onTrace: page.add.bind(page),
      onUnreadable: page.addUnreadable.bind(page),
      onBytes: (bytes: number) => {
        this.#bytes += bytes;
      },
    };
    await this.#client.search(search, listener, this.#signal);
  }

  slice(page: SearchPage, state: SliceInfo['state']): Slice {
    return this.#finish(page.builder.table(), page.window, state, page.problems);
  }

  /** Nothing of this window can be read, not even the traces beside the one that Jaeger stumbles over. */
  skipped(window: SearchWindow): Slice {
    const reason = 'Jaeger cannot send the traces of this moment: one of them holds a number that is not finite.';
    const problem: SliceProblem = { kind: 'unreadable-trace', traceId: '', reason };
    return this.#finish(new SpanTableBuilder().table(), window, 'cut', [problem]);
  }

  #finish(table: SpanTable, window: SearchWindow, state: SliceInfo['state'], problems: readonly SliceProblem[]): Slice {
    const info: SliceInfo = {
      version: 2,
      start: window.start,
      end: window.end,
      state,
      traces: table.traceCount,
      spans: table.spanCount,
      nextWindow: widthOf(window),
      requests: this.#requests,
      bytes: this.#bytes,
      problems: [...problems],
    };
    return { table, info };
  }
}
