import type { Attribute, AttributeType } from '../trace/trace.ts';
import type { LegacyKeyValue } from './legacy-wire.ts';

const NO_ATTRIBUTES: readonly Attribute[] = [];

/** Attributes in the order of the wire. */
export function decodeKeyValues(wire: readonly LegacyKeyValue[] | null | undefined): readonly Attribute[] {
  return wire == null || wire.length === 0 ? NO_ATTRIBUTES : wire.map(decodeKeyValue);
}

export function decodeKeyValue(wire: LegacyKeyValue): Attribute {
  return { key: wire.key, type: attributeType(wire), value: textOf(wire) };
}

/** The value as text. Null is an empty binary. */
function textOf({ value }: LegacyKeyValue): string {
  return typeof value === 'string' ? value : String(value ?? '');
}

/** What the wire says, or else what the value looks like. */
function attributeType({ type, value }: LegacyKeyValue): AttributeType {
  switch (type) {
    case 'string':
    case 'bool':
    case 'int64':
    case 'float64':
    case 'binary':
      return type;
    default:
      if (typeof value === 'boolean') return 'bool';
      if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
      return 'string';
  }
}
