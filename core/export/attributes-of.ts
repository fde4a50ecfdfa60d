import type { SpanTable } from '../spans/span-table.ts';
import type { Attribute } from '../trace/trace.ts';

/** The annotations behind codes of a span table, as attributes. The table does not keep their types: all are strings. */
export function attributesOf({ annotations }: SpanTable, codes: Iterable<number>): readonly Attribute[] {
  const { keys, keyOfCode, values } = annotations;
  return Array.from(codes, (code) => ({ key: keys[keyOfCode[code]!]!.key, type: 'string', value: values[code]! }));
}
