import type { AnnotationKey, SpanTable } from '../spans/span-table.ts';

/** A value somewhere in the traces, with its key. */
export interface FoundValue {
  readonly key: AnnotationKey;
  readonly value: string;
}

/** Longer values are texts of another kind, such as stacks. */
const LONGEST_VALUE = 200;

/** Values that hold a text, whatever its case, shorter ones first; at most `most`. O(distinct values). */
export function findValues({ annotations }: SpanTable, text: string, most: number): readonly FoundValue[] {
  const wanted = text.toLowerCase();
  if (wanted === '') return [];
  const { keys, keyOfCode, values } = annotations;
  const found: FoundValue[] = [];
  for (let code = 0; code < values.length; code++) {
    const value = values[code]!;
    if (value.length <= LONGEST_VALUE && value.toLowerCase().includes(wanted)) {
      found.push({ key: keys[keyOfCode[code]!]!, value });
    }
  }
  return found.sort((a, b) => a.value.length - b.value.length || (a.value < b.value ? -1 : 1)).slice(0, most);
}
