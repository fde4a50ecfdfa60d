import type { SliceInfo } from '#core/api.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import { type Micros, type UnixMicros, unixMicros } from '#core/units.ts';
import type { JaegerClient, TraceSearch } from '../jaeger-query/jaeger-client.ts';
import { readSlice } from '../jaeger-query/slice/read-slice.ts';
import type { StorageKnowledge } from '../jaeger-query/slice/storage-knowledge.ts';

export interface ReadRange {
  readonly table: SpanTable;
  /** Newest first; together they are the whole range. */
  readonly slices: readonly SliceInfo[];
}

/** Reads all of a range, slice by slice from its newest end on. @throws JaegerFault, or the reason of the signal */
export async function readRange(
  client: JaegerClient,
  storage: StorageKnowledge,
  search: TraceSearch,
  signal: AbortSignal,
): Promise<ReadRange> {
  const builder = new SpanTableBuilder();
  const slices: SliceInfo[] = [];
  let window: Micros | undefined;
  let end: UnixMicros = search.end;
  while (end >= search.start) {
    const { table, info } = await readSlice(client, { ...search, end }, { window, storage, signal });
    builder.appendTable(table);
    slices.push(info);
    window = info.nextWindow;
    end = unixMicros(info.start - 1);
  }
  return { table: builder.table(), slices };
}
