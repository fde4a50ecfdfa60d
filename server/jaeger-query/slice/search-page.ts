import type { SliceProblem } from '#core/api.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import type { Trace } from '#core/trace/trace.ts';
import { addMicros, type UnixMicros } from '#core/units.ts';
import type { TraceSearch } from '../jaeger-client.ts';
import { askedWindow, isWithin, type SearchWindow } from './search-window.ts';

/** No span of Jaeger's JSON is shorter: its mandatory keys alone take more. */
const MIN_SPAN_BYTES = 100;

/** A trace of a page, as far as the search can have found it. */
export interface FoundTrace {
  readonly id: string;
  /** Spans that can have been rows of an index: of the asked service and operation, started within what was asked. At least 1. */
  readonly rows: number;
  /** Latest start of those; `undefined` where the trace could not be read. */
  readonly newest: UnixMicros | undefined;
}

/**
 * One answer of Jaeger, gathered trace by trace. Only traces that match within `window` itself are kept: `askedWindow` asks
 * for a little more.
 */
export class SearchPage {
  readonly window: SearchWindow;
  readonly found: FoundTrace[] = [];
  readonly problems: SliceProblem[] = [];
  readonly builder = new SpanTableBuilder();
  readonly #search: TraceSearch;
  readonly #asked: SearchWindow;
  readonly #seen = new Set<string>();

  constructor(search: TraceSearch, window: SearchWindow) {
    this.#search = search;
    this.window = window;
    this.#asked = askedWindow(window);
  }

  /** What to ask Jaeger for. */
  get asked(): TraceSearch {
    return { ...this.#search, ...this.#asked };
  }

  /** Rows of an index that the answer can stand for, at most. */
  get rows(): number {
    return this.found.reduce((sum, trace) => sum + trace.rows, 0);
  }

  add(trace: Trace): void {
    const starts = this.#matchingStarts(trace);
    const asked = starts.filter((start) => isWithin(this.#asked, start));
    // The builder of traces has dropped copies of a span, but an index may hold a row for each.
    const copies = trace.problems.filter((problem) => problem.kind === 'duplicate-span').length;
    this.found.push({ id: trace.id, rows: Math.max(1, asked.length + copies), newest: newestOf(asked) });
    if (this.#seen.has(trace.id) || !starts.some((start) => isWithin(this.window, start))) return;
    this.#seen.add(trace.id);
    this.builder.appendTrace(trace);
  }

  /** @param bytes length of its JSON, which bounds how many spans it can have */
  addUnreadable(problem: SliceProblem, bytes: number): void {
    this.found.push({ id: problem.traceId, rows: Math.max(1, Math.ceil(bytes / MIN_SPAN_BYTES)), newest: undefined });
    this.problems.push(problem);
  }

  #matchingStarts(trace: Trace): readonly UnixMicros[] {
    const { service, operation } = this.#search;
    return trace.spans
      .filter(
        (span) =>
          trace.resources[span.resource]?.service === service &&
          (operation === undefined || span.operation === operation),
      )
      .map((span) => addMicros(trace.start, span.start));
  }
}

function newestOf(starts: readonly UnixMicros[]): UnixMicros | undefined {
  return starts.reduce<UnixMicros | undefined>(
    (newest, start) => (newest === undefined || start > newest ? start : newest),
    undefined,
  );
}
