import type { SliceInfo } from '#core/api.ts';
import type { SpanTable } from '#core/spans/span-table.ts';
import { addMicros, type Micros, unixMicros } from '#core/units.ts';
import type { JaegerClient, TraceSearch } from '../jaeger-client.ts';
import { readSlice } from '../slice/read-slice.ts';
import { StorageKnowledge } from '../slice/storage-knowledge.ts';

export interface WalkedSlices {
  readonly infos: readonly SliceInfo[];
  readonly tables: readonly SpanTable[];
  /** In the order of coming, possibly repeated. */
  readonly ids: readonly string[];
  readonly requests: number;
}

export interface WalkOptions {
  /** The hint for the slice of that number, 0 first; default: `nextWindow` of the slice before. */
  readonly windowOf?: (slice: number, before: SliceInfo | undefined) => Micros | undefined;
  readonly storage?: StorageKnowledge;
}

/** All slices of a range, newest first, as the browser asks for them. */
export async function walkSlices(
  client: JaegerClient,
  search: TraceSearch,
  { windowOf = (_, before) => before?.nextWindow, storage = new StorageKnowledge() }: WalkOptions = {},
): Promise<WalkedSlices> {
  const { signal } = new AbortController();
  const infos: SliceInfo[] = [];
  const tables: SpanTable[] = [];
  let { end } = search;
  while (end >= search.start) {
    const window = windowOf(infos.length, infos.at(-1));
    const { info, table } = await readSlice(client, { ...search, end }, { window, storage, signal });
    infos.push(info);
    tables.push(table);
    end = addMicros(unixMicros(info.start), -1);
  }
  return {
    infos,
    tables,
    ids: tables.flatMap((table) => [...table.traceIds]),
    requests: infos.reduce((sum, info) => sum + info.requests, 0),
  };
}
