import type { Attribute } from '../../store/stored-span.ts';
import { MAX_ATTRIBUTES } from '../limits.ts';
import { parseJson } from './parse-json.ts';

export interface NamedAttributes {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly droppedAttributes: number;
}

/**
 * An event out of the text of an annotation. OpenTelemetry's exporters for Zipkin write `name|{"key":"value"}|dropped`. Any
 * other text is the name as a whole, where Jaeger 2.20 cuts it at the first bar, or refuses the request.
 */
export function eventFromAnnotation(text: string): NamedAttributes {
  const asName = { name: text, attributes: [], droppedAttributes: 0 };
  const first = text.indexOf('|');
  const last = text.lastIndexOf('|');
  if (first === last) return asName;
  const attributes = attributesFromJson(text.slice(first + 1, last));
  const dropped = text.slice(last + 1);
  if (attributes === undefined || !/^\d{1,9}$/.test(dropped)) return asName;
  return { name: text.slice(0, first), attributes, droppedAttributes: Number(dropped) };
}

/** Texts, numbers and truth values of an object; undefined where the text is no object. */
export function attributesFromJson(text: string): readonly Attribute[] | undefined {
  const parsed = parseJson(text);
  if (!parsed.ok || typeof parsed.value !== 'object' || Array.isArray(parsed.value)) return undefined;
  return Object.entries(parsed.value ?? {})
    .slice(0, MAX_ATTRIBUTES)
    .flatMap(([key, value]) => attributeOf(key, value));
}

function attributeOf(key: string, value: unknown): readonly Attribute[] {
  if (typeof value === 'string') return [{ key, value: { type: 'string', value } }];
  if (typeof value === 'boolean') return [{ key, value: { type: 'bool', value } }];
  if (typeof value !== 'number') return [];
  return [
    Number.isSafeInteger(value)
      ? { key, value: { type: 'int', value: BigInt(value) } }
      : { key, value: { type: 'double', value } },
  ];
}
