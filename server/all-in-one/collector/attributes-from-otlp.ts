import type { Attribute, AttributeValue } from '../store/stored-span.ts';
import { MAX_ATTRIBUTES, MAX_VALUE_DEPTH } from './limits.ts';
import type { AnyValue, KeyValue } from './otlp_pb.ts';

/** The attributes of an OTLP message, at most `MAX_ATTRIBUTES` of them. */
export function attributesFromOtlp(keyValues: readonly KeyValue[]): readonly Attribute[] {
  return entries(keyValues.length > MAX_ATTRIBUTES ? keyValues.slice(0, MAX_ATTRIBUTES) : keyValues, 0);
}

function entries(keyValues: readonly KeyValue[], depth: number): readonly Attribute[] {
  return keyValues.map(({ key, value }) => ({ key, value: valueFromOtlp(value, depth) }));
}

function valueFromOtlp(any: AnyValue | undefined, depth: number): AttributeValue {
  if (any === undefined) return { type: 'empty' };
  const { value } = any;
  if (depth > MAX_VALUE_DEPTH) return { type: 'string', value: '…' };
  switch (value.case) {
    case 'stringValue':
      return { type: 'string', value: value.value };
    case 'boolValue':
      return { type: 'bool', value: value.value };
    case 'intValue':
      return { type: 'int', value: value.value };
    case 'doubleValue':
      return { type: 'double', value: value.value };
    case 'bytesValue':
      // A copy, lest one small value keeps the whole body of its request alive.
      return { type: 'bytes', value: value.value.slice() };
    case 'arrayValue':
      return { type: 'list', values: value.value.values.map((item) => valueFromOtlp(item, depth + 1)) };
    case 'kvlistValue':
      return { type: 'map', entries: entries(value.value.values, depth + 1) };
    case undefined:
      return { type: 'empty' };
  }
}
