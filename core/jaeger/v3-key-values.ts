import type { Attribute } from '../trace/trace.ts';
import { v3JsonText } from './v3-json-text.ts';
import type { V3KeyValue, V3Value } from './v3-wire.ts';

const NO_ATTRIBUTES: readonly Attribute[] = [];

/** Attributes in the order of the wire, typed as the legacy dialect types them. */
export function decodeV3KeyValues(wire: readonly V3KeyValue[] | null | undefined): readonly Attribute[] {
  return wire == null || wire.length === 0 ? NO_ATTRIBUTES : wire.map(decodeV3KeyValue);
}

/** Arrays and maps become JSON text; what has no value becomes an empty text. */
export function decodeV3KeyValue({ key: wireKey, value }: V3KeyValue): Attribute {
  const key = wireKey ?? '';
  if (value == null) return { key, type: 'string', value: '' };
  if (value.stringValue != null) return { key, type: 'string', value: value.stringValue };
  if (value.intValue != null) return { key, type: 'int64', value: String(value.intValue) };
  if (value.boolValue != null) return { key, type: 'bool', value: value.boolValue ? 'true' : 'false' };
  if (value.doubleValue != null) return { key, type: 'float64', value: String(Number(value.doubleValue)) };
  if (value.bytesValue != null) return { key, type: 'binary', value: value.bytesValue };
  return { key, type: 'string', value: hasParts(value) ? v3JsonText(value) : '' };
}

function hasParts({ arrayValue, kvlistValue }: V3Value): boolean {
  return arrayValue != null || kvlistValue != null;
}
