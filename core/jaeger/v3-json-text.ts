import type { V3KeyValue, V3Value } from './v3-wire.ts';

/**
 * An array or a map as the JSON text that the legacy dialect has of it since v2.14: integers of 64 bits to the last
 * digit, bytes in base64, keys sorted, of a key that is there twice the last. Empty if there is a number in it that JSON
 * does not know.
 *
 * (pdata v1.46.0, pcommon.Value.AsString: Go's encoding/json of the raw values.)
 */
export function v3JsonText(value: V3Value): string {
  return jsonOf(value) ?? '';
}

/** Undefined where JSON has no word for it. */
function jsonOf(value: V3Value | null | undefined): string | undefined {
  if (value == null) return 'null';
  if (value.stringValue != null) return quoted(value.stringValue);
  if (value.intValue != null) return String(value.intValue);
  if (value.boolValue != null) return String(value.boolValue);
  if (value.doubleValue != null) return jsonOfDouble(Number(value.doubleValue));
  if (value.bytesValue != null) return value.bytesValue === '' ? 'null' : quoted(value.bytesValue);
  if (value.arrayValue != null) return jsonOfArray(value.arrayValue.values ?? []);
  if (value.kvlistValue != null) return jsonOfMap(value.kvlistValue.values ?? []);
  return 'null';
}

function jsonOfDouble(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  return Object.is(value, -0) ? '-0' : String(value);
}

function jsonOfArray(values: readonly V3Value[]): string | undefined {
  const items: string[] = [];
  for (const value of values) {
    const item = jsonOf(value);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return `[${items.join()}]`;
}

function jsonOfMap(values: readonly V3KeyValue[]): string | undefined {
  const last = new Map(values.map(({ key, value }) => [key ?? '', value]));
  const entries: string[] = [];
  for (const key of [...last.keys()].sort(compareAsUtf8)) {
    const json = jsonOf(last.get(key));
    if (json === undefined) return undefined;
    entries.push(`${quoted(key)}:${json}`);
  }
  return `{${entries.join()}}`;
}

/** Go escapes the two line separators that JavaScript once stumbled over; otherwise the two agree. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** The order of the bytes of UTF-8, which is that of the code points. UTF-16 puts surrogates before U+E000. */
function compareAsUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = rankOf(a.charCodeAt(at)) - rankOf(b.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function rankOf(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
