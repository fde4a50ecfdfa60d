import { mutateBytes } from './mutate-bytes.ts';
import type { Random } from './random.ts';

/**
 * A message of protobuf as what stands on the wire, so that a change within leaves the lengths around it right:
 *
 *     field = tag (number << 3 | wire type) | varint, 8 bytes, 4 bytes, or length and bytes
 */
interface Field {
  readonly number: number;
  readonly type: number;
  /** Of a field with a length: the fields within, where its bytes can be read as such, else its bytes. */
  readonly value: readonly Field[] | Uint8Array;
}

const VARINT = 0;
const LENGTH = 2;
const SIZES: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

/** The message with up to four fields changed, doubled, taken away or put elsewhere. */
export function mutateProtobuf(message: Uint8Array, random: Random): Uint8Array {
  let fields = parse(message) ?? [];
  for (let changes = 1 + random.below(4); changes > 0; changes--) fields = changed(fields, random);
  return written(fields);
}

function changed(fields: readonly Field[], random: Random): readonly Field[] {
  const at = random.below(fields.length);
  const field = fields[at];
  if (field === undefined) return fields;
  const { value } = field;
  if (!(value instanceof Uint8Array) && value.length > 0 && random.chance(0.8)) {
    return fields.toSpliced(at, 1, { ...field, value: changed(value, random) });
  }
  switch (random.below(6)) {
    case 0:
      return fields.toSpliced(at, 1);
    case 1:
      return fields.toSpliced(at, 0, field);
    case 2:
      return fields.toSpliced(at, 1, { ...field, number: 1 + random.below(20) });
    case 3:
      return fields.toSpliced(at, 1, { ...field, value: [field, field] });
    case 4:
      return fields.toSpliced(at, 1, { ...field, type: LENGTH, value: fields.slice(0, 3) });
    default:
      return fields.toSpliced(at, 1, { ...field, value: mutateBytes(bytesOf(value), random) });
  }
}

function bytesOf(value: Field['value']): Uint8Array {
  return value instanceof Uint8Array ? value : written(value);
}

function parse(bytes: Uint8Array): readonly Field[] | undefined {
  const fields: Field[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = readVarint(bytes, at);
    if (tag === undefined || tag.value >> 3 === 0) return undefined;
    const [number, type] = [tag.value >> 3, tag.value & 7];
    at = tag.end;
    const length = type === LENGTH ? readVarint(bytes, at) : undefined;
    const start = length?.end ?? at;
    const size = type === VARINT ? (readVarint(bytes, at)?.end ?? Number.NaN) - at : (length?.value ?? SIZES[type]);
    if (size === undefined || !(start + size <= bytes.length)) return undefined;
    const value = bytes.subarray(start, start + size);
    fields.push({ number, type, value: type === LENGTH && size > 1 ? (parse(value) ?? value) : value });
    at = start + size;
  }
  return fields;
}

function readVarint(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let at = start; at < Math.min(bytes.length, start + 10); at++) {
    const byte = bytes[at]!;
    value |= (byte & 0x7f) << (7 * Math.min(4, at - start));
    if (byte < 0x80) return { value: value >>> 0, end: at + 1 };
  }
  return undefined;
}

function written(fields: readonly Field[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const { number, type, value } of fields) {
    const bytes = bytesOf(value);
    parts.push(varint((number << 3) | type));
    if (type === LENGTH) parts.push(varint(bytes.length));
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** @returns the varint of a whole number below 2^32 */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value >>> 0;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return Uint8Array.from([...bytes, rest]);
}
