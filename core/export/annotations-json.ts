import type { Attribute } from '../trace/trace.ts';

/** Attributes as an object for JSON: key by value, both texts. A key that is there several times has the list of its values. */
export function annotationsJson(
  attributes: readonly Pick<Attribute, 'key' | 'value'>[],
): Readonly<Record<string, string | readonly string[]>> {
  const valuesOfKey = new Map<string, string[]>();
  for (const { key, value } of attributes) {
    const values = valuesOfKey.get(key);
    if (values === undefined) valuesOfKey.set(key, [value]);
    else values.push(value);
  }
  return Object.fromEntries(
    Array.from(valuesOfKey, ([key, values]) => [key, values.length === 1 ? values[0]! : values]),
  );
}
