import type { SliceInfo } from '#core/api.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import { type Micros, type UnixMicros, unixMicros } from '#core/units.ts';
import type { JaegerClient, TraceSearch } from '../jaeger-query/jaeger-client.ts';
import { JaegerFault } from '../jaeger-query/jaeger-fault.ts';
import { readSlice } from '../jaeger-query/slice/read-slice.ts';
import type { StorageKnowledge } from '../jaeger-query/slice/storage-knowledge.ts';

/** Some hundred bytes of memory each. */
export const MOST_SPANS = 2_000_000;

/** The older part of a range that was not read. */
export interface UnreadPart {
  readonly start: UnixMicros;
  readonly end: UnixMicros;
  /** What Jaeger answered there; `undefined`: the newer part held as many spans as can be kept. */
  readonly fault: JaegerFault | undefined;
}

export interface ReadRange {
  readonly table: SpanTable;
  /** Newest first; together with the unread part they are the whole range. */
  readonly slices: readonly SliceInfo[];
  readonly unread: UnreadPart | undefined;
}

export interface ReadOptions {
  readonly storage: StorageKnowledge;
  readonly signal: AbortSignal;
  /** Default `MOST_SPANS`. */
  readonly mostSpans?: number;
  /** Called after each slice. */
  readonly onSlice?: (slice: SliceInfo) => void;
}

/**
 * Reads a range, slice by slice from its newest end on. A failure after the first slice leaves what was read.
 *
 * @throws JaegerFault where nothing could be read, or the reason of the signal
 */
export async function readRange(
  client: JaegerClient,
  search: TraceSearch,
  { storage, signal, mostSpans = MOST_SPANS, onSlice }: ReadOptions,
): Promise<ReadRange> {
  const builder = new SpanTableBuilder();
  const slices: SliceInfo[] = [];
  let spans = 0;
  let window: Micros | undefined;
  let end: UnixMicros = search.end;
  const leave = (fault: JaegerFault | undefined): ReadRange => ({
    table: builder.table(),
    slices,
    unread: { start: search.start, end, fault },
  });
  while (end >= search.start) {
    if (spans >= mostSpans) return leave(undefined);
    let slice: Awaited<ReturnType<typeof readSlice>>;
    try {
      slice = await readSlice(client, { ...search, end }, { window, storage, signal });
    } catch (error) {
      if (!(error instanceof JaegerFault) || slices.length === 0) throw error;
      return leave(error);
    }
    const { table, info } = slice;
    builder.appendTable(table);
    slices.push(info);
    onSlice?.(info);
    spans += info.spans;
    window = info.nextWindow;
    end = unixMicros(info.start - 1);
  }
  return { table: builder.table(), slices, unread: undefined };
}
