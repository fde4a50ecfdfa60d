import type { SliceProblem } from '#core/api.ts';
import { hasTagConditions } from '#core/jaeger/has-tag-conditions.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import type { Span, Trace } from '#core/trace/trace.ts';
import { type UnixMicros, unixMicros } from '#core/units.ts';
import type { SearchSummary, TraceSearch } from '../jaeger-client.ts';
import { askedWindow, isWithin, type SearchWindow } from './search-window.ts';

/** No span of Jaeger's JSON is shorter: its mandatory keys alone take more. */
const MIN_SPAN_BYTES = 100;

/** A trace of a page, as far as the search can have found it. */
export interface FoundTrace {
  readonly id: string;
  /** Spans that can have been rows of the index that was read: started within what was asked, and found by what was sent. At least 1. */
  readonly rows: number;
  /** Latest start within what was asked of a span of the service and operation; `undefined` where there is none to be read. */
  readonly newest: UnixMicros | undefined;
}

interface CountedTrace extends FoundTrace {
  /** Rows that it can have been if Jaeger did not look at the tags. */
  readonly spans: number;
}

/**
 * One answer of Jaeger, gathered trace by trace. All that came is counted, as completeness depends on it; only traces that match
 * the whole search within `window` itself are kept. A trace matches where one span of the service (and operation) starts within
 * the window, has all tags (`hasTagConditions`) and a duration within the bounds, in whole microseconds.
 */
export class SearchPage {
  readonly window: SearchWindow;
  readonly problems: SliceProblem[] = [];
  /** What to ask Jaeger for: a little more than the window, and maybe less than all filters. */
  readonly asked: TraceSearch;
  readonly #search: TraceSearch;
  readonly #builder = new SpanTableBuilder();
  readonly #unreadable: CountedTrace[] = [];
  /** By id: a trace that comes again, fuller, counts once. */
  readonly #readable = new Map<string, CountedTrace>();
  #hasFilteredTags = true;

  /** @param sent what of the search goes to Jaeger (`sentSearch`) */
  constructor(search: TraceSearch, window: SearchWindow, sent: TraceSearch) {
    this.#search = search;
    this.window = window;
    this.asked = { ...sent, ...askedWindow(window) };
  }

  /** All that Jaeger answered, whether it is kept or not. */
  get found(): readonly FoundTrace[] {
    const found = [...this.#readable.values(), ...this.#unreadable];
    if (this.#hasFilteredTags) return found;
    return found.map(({ id, newest, spans }) => ({ id, newest, rows: spans }));
  }

  /** Conditions have reached Jaeger, and it has looked at them. */
  get areTagsByJaeger(): boolean {
    return this.asked.tags.length > 0 && this.#hasFilteredTags;
  }

  add(trace: Trace): void {
    const spans = trace.spans.filter((span) => this.#isOfService(trace, span));
    const asked = spans.filter((span) => isWithin(this.asked, startOf(trace, span)));
    const rows = asked.filter((span) => hasTagConditions(trace, span, this.asked.tags));
    // The builder of traces has dropped copies of a span, but an index may hold a row for each.
    const copies = trace.problems.filter((problem) => problem.kind === 'duplicate-span').length;
    const counted = {
      id: trace.id,
      rows: Math.max(1, rows.length + copies),
      spans: Math.max(1, asked.length + copies),
      newest: newestOf(asked.map((span) => startOf(trace, span))),
    };
    if (counted.spans >= (this.#readable.get(trace.id)?.spans ?? 0)) this.#readable.set(trace.id, counted);
    if (spans.some((span) => this.#isMatch(trace, span))) this.#builder.appendTrace(trace);
  }

  /** The traces that match, each once, as full as it came. */
  table(): SpanTable {
    const table = this.#builder.table();
    if (!table.isSuperseded.includes(1)) return table;
    const compact = new SpanTableBuilder();
    compact.appendTable(table);
    return compact.table();
  }

  /** @param bytes length of its JSON, which bounds how many spans it can have */
  addUnreadable(problem: SliceProblem, bytes: number): void {
    const rows = Math.max(1, Math.ceil(bytes / MIN_SPAN_BYTES));
    this.#unreadable.push({ id: problem.traceId, rows, spans: rows, newest: undefined });
    this.problems.push(problem);
  }

  end(summary: SearchSummary): void {
    this.#hasFilteredTags = summary.hasFilteredTags;
  }

  #isOfService(trace: Trace, span: Span): boolean {
    const { service, operation } = this.#search;
    return (
      trace.resources[span.resource]?.service === service && (operation === undefined || span.operation === operation)
    );
  }

  #isMatch(trace: Trace, span: Span): boolean {
    const { tags, minDuration = 0, maxDuration = Number.POSITIVE_INFINITY } = this.#search;
    const duration = Math.floor(span.duration);
    return (
      isWithin(this.window, startOf(trace, span)) &&
      duration >= minDuration &&
      duration <= maxDuration &&
      hasTagConditions(trace, span, tags)
    );
  }
}

/** In whole microseconds, as windows are: what lies between two of them would belong to no window. */
function startOf(trace: Trace, span: Span): UnixMicros {
  return unixMicros(Math.floor(trace.start + span.start));
}

function newestOf(starts: readonly UnixMicros[]): UnixMicros | undefined {
  return starts.reduce<UnixMicros | undefined>(
    (newest, start) => (newest === undefined || start > newest ? start : newest),
    undefined,
  );
}
