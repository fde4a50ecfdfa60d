import { Thrift } from 'thrift';
import { BadThrift } from './bad-thrift.ts';
import type { ThriftReader } from './thrift-reader.ts';

/** How a value of some type is read. */
export interface ThriftValue<T> {
  readonly type: Thrift.Type;
  read(reader: ThriftReader): T;
}

/** A list of which the first `limit` elements were kept. */
export interface KeptList<T> {
  readonly items: readonly T[];
  /** How many there were on the wire. */
  readonly size: number;
}

/** A field of a struct. One that is required and absent makes the message unreadable, as in Thrift's own generated code. */
export interface ThriftField<T, Required extends boolean> {
  readonly id: number;
  readonly value: ThriftValue<T>;
  readonly isRequired: Required;
}

type Fields = Readonly<Record<string, ThriftField<unknown, boolean>>>;

/** The type that a description of fields stands for. */
export type ThriftStruct<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends ThriftField<infer T, infer Required>
    ? Required extends true
      ? T
      : T | undefined
    : never;
};

export const string: ThriftValue<string> = { type: Thrift.Type.STRING, read: (reader) => reader.string() };
export const bytes: ThriftValue<Uint8Array> = { type: Thrift.Type.STRING, read: (reader) => reader.bytes() };
export const bool: ThriftValue<boolean> = { type: Thrift.Type.BOOL, read: (reader) => reader.bool() };
export const i32: ThriftValue<number> = { type: Thrift.Type.I32, read: (reader) => reader.i32() };
export const i64: ThriftValue<bigint> = { type: Thrift.Type.I64, read: (reader) => reader.i64() };
export const double: ThriftValue<number> = { type: Thrift.Type.DOUBLE, read: (reader) => reader.double() };

export function required<T>(id: number, value: ThriftValue<T>): ThriftField<T, true> {
  return { id, value, isRequired: true };
}

export function optional<T>(id: number, value: ThriftValue<T>): ThriftField<T, false> {
  return { id, value, isRequired: false };
}

/** A struct. Unknown fields, and those of another type than described, are skipped. */
export function struct<F extends Fields>(fields: F): ThriftValue<ThriftStruct<F>> {
  const byId = new Map(Object.entries(fields).map(([key, field]) => [field.id, { key, value: field.value }]));
  const requiredKeys = Object.keys(fields).filter((key) => fields[key]?.isRequired);
  return {
    type: Thrift.Type.STRUCT,
    read: (reader) => {
      const values: Record<string, unknown> = {};
      for (const { id, type } of reader.fields()) {
        const field = byId.get(id);
        if (field === undefined || field.value.type !== type) reader.skip(type);
        else values[field.key] = field.value.read(reader);
      }
      for (const key of requiredKeys) {
        if (values[key] === undefined) throw missingField(key);
      }
      return values as ThriftStruct<F>;
    },
  };
}

/** In the words of Thrift's own generated code for Go. */
export function missingField(key: string): BadThrift {
  return new BadThrift(`Required field ${key.charAt(0).toUpperCase()}${key.slice(1)} is not set`);
}

/** A list. Elements beyond the first `limit` are skipped; a list of another type than described is empty. */
export function list<T>(item: ThriftValue<T>, limit: number): ThriftValue<KeptList<T>> {
  return {
    type: Thrift.Type.LIST,
    read: (reader) => {
      const { type, size } = reader.list();
      const items: T[] = [];
      for (let index = 0; index < size; index++) {
        if (type === item.type && index < limit) items.push(item.read(reader));
        else reader.skip(type);
      }
      return { items, size: type === item.type ? size : 0 };
    },
  };
}
