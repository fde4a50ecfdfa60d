import type { RawEvent } from '../trace/raw-span.ts';
import { unixMicros } from '../units.ts';
import { decodeKeyValues, textOf } from './key-values.ts';
import type { LegacyLog } from './legacy-wire.ts';

/**
 * A log of the wire as an event. Its name is the field `event` (OTLP's name, OpenTracing's convention), or else
 * `message` (OpenCensus); the field that gave the name is no attribute then.
 */
export function decodeLegacyEvent({ timestamp, fields }: LegacyLog): RawEvent {
  const nameField = fields?.find(({ key }) => key === 'event') ?? fields?.find(({ key }) => key === 'message');
  return {
    name: nameField === undefined ? '' : textOf(nameField),
    at: unixMicros(timestamp),
    attributes: decodeKeyValues(nameField === undefined ? fields : fields?.filter((field) => field !== nameField)),
  };
}
