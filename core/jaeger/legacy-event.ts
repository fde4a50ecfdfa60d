import type { RawEvent } from '../trace/raw-span.ts';
import { unixMicros } from '../units.ts';
import { nameEvent } from './event-name.ts';
import { decodeKeyValues } from './key-values.ts';
import type { LegacyLog } from './legacy-wire.ts';

/** A log of the wire as an event. */
export function decodeLegacyEvent({ timestamp, fields }: LegacyLog): RawEvent {
  const { name, attributes } = nameEvent(decodeKeyValues(fields));
  return { name, at: unixMicros(timestamp), attributes };
}
