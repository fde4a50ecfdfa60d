import type { SliceInfo, SliceProblem } from '#core/api.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import { addMicros, type Micros } from '#core/units.ts';
import type { JaegerClient, TraceSearch } from '../jaeger-client.ts';
import { JaegerFault } from '../jaeger-fault.ts';
import { fillOf, type PageLimits, pageLimits } from './page-limits.ts';
import { type FoundTrace, SearchPage } from './search-page.ts';
import { type SearchWindow, widthOf } from './search-window.ts';
import { dependsOnStorage, sentSearch } from './sent-search.ts';
import type { StorageKnowledge } from './storage-knowledge.ts';

export interface SliceOptions {
  /** How long a window to try first: `nextWindow` of the slice before. Without it the whole range is tried. */
  readonly window?: Micros | undefined;
  /** Of the connection that the client asks: what one slice learns, the next ones know. */
  readonly storage: StorageKnowledge;
  readonly signal: AbortSignal;
}

export interface Slice {
  readonly table: SpanTable;
  readonly info: SliceInfo;
}

/** Asks the questions of one slice, counts what they cost, and learns about the storage what it must know. */
export class SliceReader {
  readonly #client: JaegerClient;
  readonly #search: TraceSearch;
  readonly #storage: StorageKnowledge;
  readonly #signal: AbortSignal;
  #requests = 0;
  #bytes = 0;

  constructor(client: JaegerClient, search: TraceSearch, { storage, signal }: SliceOptions) {
    this.#client = client;
    this.#search = search;
    this.#storage = storage;
    this.#signal = signal;
  }

  /**
   * All that Jaeger answers for `window`, or the fault that a shorter window may not have.
   *
   * @throws JaegerFault any other
   */
  async page(window: SearchWindow): Promise<SearchPage | JaegerFault> {
    try {
      await this.#learnBefore(window);
      const page = new SearchPage(this.#search, window, sentSearch(this.#search, this.#storage.countsEnds));
      await this.#ask(page);
      return page;
    } catch (error) {
      if (error instanceof JaegerFault && DEPENDS_ON_WINDOW.has(error.code)) return error;
      throw error;
    }
  }

  /** Something may be missing. Which storage it is then matters, so that this is found out unless it is known. */
  async isFull({ found }: SearchPage): Promise<boolean> {
    if (fillOf(found, this.limits) < 1) return false;
    await this.#learn(found);
    return fillOf(found, this.limits) >= 1;
  }

  /** How much a page can hold, as far as it is known. */
  get limits(): PageLimits {
    return pageLimits(this.#search.limit, this.#storage.countsEnds);
  }

  slice(page: SearchPage, state: SliceInfo['state'], nextWindow: Micros): Slice {
    return this.#finish(page.table(), page.window, state, page.problems, nextWindow, page);
  }

  /** Nothing of this window can be read, not even the traces beside the one that Jaeger stumbles over. */
  skipped(window: SearchWindow): Slice {
    const reason = 'Jaeger cannot send the traces of this moment: one of them holds a number that is not finite.';
    const problem: SliceProblem = { kind: 'unreadable-trace', traceId: '', reason };
    return this.#finish(new SpanTableBuilder().table(), window, 'cut', [problem], widthOf(window), undefined);
  }

  /** Where filters could be sent if only the storage were known: any trace tells. */
  async #learnBefore(window: SearchWindow): Promise<void> {
    if (this.#storage.countsEnds !== undefined || !dependsOnStorage(this.#search)) return;
    const sample = this.#unfiltered(window);
    try {
      await this.#ask(sample);
    } catch (error) {
      // The trace that Jaeger cannot send may be none that is searched for.
      if (error instanceof JaegerFault && error.isUnserialisable) return;
      throw error;
    }
    await this.#learn(sample.found);
  }

  /**
   * Does the storage find a span by a window that begins at its very start? All do but Cassandra, whose windows leave out both
   * ends. The microsecond more is for storages that keep nanoseconds, of which we see whole microseconds.
   */
  async #learn(found: readonly FoundTrace[]): Promise<void> {
    const sample = found.find((trace) => trace.newest !== undefined);
    if (this.#storage.countsEnds !== undefined || sample?.newest === undefined) return;
    const window = { start: sample.newest, end: addMicros(sample.newest, 1) };
    const probe = this.#unfiltered(window);
    await this.#ask(probe, { ...probe.asked, ...window });
    this.#storage.countsEnds = probe.found.length > 0;
  }

  #unfiltered(window: SearchWindow): SearchPage {
    const bare = { ...this.#search, limit: 1, tags: [], minDuration: undefined, maxDuration: undefined };
    return new SearchPage(bare, window, bare);
  }

  async #ask(page: SearchPage, asked: TraceSearch = page.asked): Promise<void> {
    this.#signal.throwIfAborted();
    this.#requests++;
    const listener = {
      onTrace: page.add.bind(page),
      onUnreadable: page.addUnreadable.bind(page),
      onBytes: (bytes: number) => {
        this.#bytes += bytes;
      },
    };
    page.end(await this.#client.search(asked, listener, this.#signal));
  }

  #finish(
    table: SpanTable,
    window: SearchWindow,
    state: SliceInfo['state'],
    problems: readonly SliceProblem[],
    nextWindow: Micros,
    page: SearchPage | undefined,
  ): Slice {
    const { tags, minDuration, maxDuration } = this.#search;
    const areDurationsAsked = minDuration !== undefined || maxDuration !== undefined;
    const info: SliceInfo = {
      version: 2,
      start: window.start,
      end: window.end,
      state,
      traces: table.traceCount,
      spans: table.spanCount,
      ...(tags.length === 0 ? {} : { tagsBy: page?.areTagsByJaeger ? 'jaeger' : 'kuji' }),
      ...(areDurationsAsked ? { durationsBy: page?.asked.minDuration === undefined ? 'kuji' : 'jaeger' } : {}),
      nextWindow,
      requests: this.#requests,
      bytes: this.#bytes,
      problems: [...problems],
    };
    return { table, info };
  }
}

/** Too much was asked for, or Jaeger stumbled over one of the traces: search servers refuse long ranges with a 500. */
const DEPENDS_ON_WINDOW: ReadonlySet<string> = new Set(['jaeger-timeout', 'jaeger-too-large', 'jaeger-failed']);
