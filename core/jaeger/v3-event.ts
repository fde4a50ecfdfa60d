import type { RawEvent } from '../trace/raw-span.ts';
import { nameEvent } from './event-name.ts';
import { decodeV3KeyValues } from './v3-key-values.ts';
import { v3Instant } from './v3-nanos.ts';
import type { V3Event } from './v3-wire.ts';

/**
 * An event of the wire. The legacy dialect writes the name as a field `event` in front of the attributes, unless one of
 * them is called so: that one is the name then.
 */
export function decodeV3Event({ timeUnixNano, name, attributes: wire }: V3Event): RawEvent {
  const at = v3Instant(timeUnixNano).micros;
  const attributes = decodeV3KeyValues(wire);
  const isNamed = name != null && name !== '' && !attributes.some(({ key }) => key === 'event');
  return isNamed ? { name, at, attributes } : { at, ...nameEvent(attributes) };
}
