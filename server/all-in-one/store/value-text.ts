import type { AttributeValue } from './stored-span.ts';

/**
 * The text of a value, as tag search compares it and as lists and maps are shown. It follows `Value.AsString` of
 * OpenTelemetry's collector: numbers as JavaScript prints them, bytes in base64, lists and maps as JSON with sorted keys.
 */
export function valueText(value: AttributeValue): string {
  switch (value.type) {
    case 'string':
      return value.value;
    case 'bool':
    case 'int':
      return String(value.value);
    case 'double':
      return Object.is(value.value, -0) ? '-0' : String(value.value);
    case 'bytes':
      return Buffer.from(value.value).toString('base64');
    case 'list':
    case 'map':
      return jsonText(value);
    case 'empty':
      return '';
  }
}

function jsonText(value: AttributeValue): string {
  switch (value.type) {
    case 'string':
      return JSON.stringify(value.value);
    case 'bytes':
      return JSON.stringify(valueText(value));
    case 'double':
      return Number.isFinite(value.value) ? valueText(value) : JSON.stringify(valueText(value));
    case 'bool':
    case 'int':
      return valueText(value);
    case 'list':
      return `[${value.values.map(jsonText).join(',')}]`;
    case 'map': {
      const last = new Map(value.entries.map(({ key, value }) => [key, value]));
      const keys = [...last.keys()].sort();
      return `{${keys.map((key) => `${JSON.stringify(key)}:${jsonText(last.get(key) ?? { type: 'empty' })}`).join(',')}}`;
    }
    case 'empty':
      return 'null';
  }
}
