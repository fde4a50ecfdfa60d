import type { SliceInfo } from '#core/api.ts';
import { encodeSlice } from '#core/spans/encode-slice.ts';
import { realPacerEffects } from '../body/pacer.ts';
import type { JaegerClient, TraceSearch } from '../jaeger-client.ts';
import { readSlice } from './read-slice.ts';
import type { SliceOptions } from './slice-reader.ts';

export interface EncodedSlice {
  readonly bytes: Uint8Array;
  readonly info: SliceInfo;
}

/**
 * The slice of `readSlice` as an Arrow IPC stream. Encoding is one piece of work (6 to 8 ms for 30 000 spans), so that others
 * have their turn before it.
 *
 * @throws JaegerFault, or the reason of the signal
 */
export async function readEncodedSlice(
  client: JaegerClient,
  search: TraceSearch,
  options: SliceOptions,
): Promise<EncodedSlice> {
  const { table, info } = await readSlice(client, search, options);
  await realPacerEffects.letOthersRun();
  return { bytes: encodeSlice(table, info), info };
}
