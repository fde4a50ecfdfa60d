import type { SliceInfo } from '../api.ts';
import { decodeTable } from './decode-table.ts';
import { readSliceInfo } from './read-slice-info.ts';
import type { SpanTable } from './span-table.ts';

/** The table and the coverage that `encodeSlice` was given. Throws `UnreadableSliceError`. */
export function decodeSlice(bytes: Uint8Array): { readonly table: SpanTable; readonly info: SliceInfo } {
  const { table, infoText } = decodeTable(bytes);
  return { table, info: readSliceInfo(infoText) };
}
