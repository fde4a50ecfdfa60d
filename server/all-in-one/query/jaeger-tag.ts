import type { Attribute } from '../store/stored-span.ts';
import { valueText } from '../store/value-text.ts';
import type { JaegerTag } from './jaeger-json.ts';

/**
 * An attribute as Jaeger shows it. Lists and maps become the text of their JSON. `NaN`, `Infinity` and `-Infinity`, which JSON
 * cannot say, are texts of type `float64` (jaeger-query 2.20 answers 500 to the whole request instead).
 */
export function jaegerTag({ key, value }: Attribute): JaegerTag {
  switch (value.type) {
    case 'string':
      return stringTag(key, value.value);
    case 'bool':
      return { key, type: 'bool', value: value.value };
    case 'int': {
      const number = Number(value.value);
      return { key, type: 'int64', value: Number.isSafeInteger(number) ? number : String(value.value) };
    }
    case 'double':
      return { key, type: 'float64', value: Number.isFinite(value.value) ? value.value : String(value.value) };
    case 'bytes':
      return { key, type: 'binary', value: value.value.length === 0 ? null : valueText(value) };
    case 'list':
    case 'map':
    case 'empty':
      return stringTag(key, valueText(value));
  }
}

export function stringTag(key: string, value: string): JaegerTag {
  return { key, type: 'string', value };
}
