import type { AnnotationKey, SpanTable } from '../spans/span-table.ts';
import { type Group, NONE, SEVERAL, valueGroup } from './group.ts';
import { keyIndexOf, scanKey } from './scan-key.ts';

/** Which group each trace falls into by one key. */
export interface Grouping {
  /** In the order of their first trace. */
  readonly groups: readonly Group[];
  /** Per trace of the table: index into `groups`; 0 for a trace that was not asked for. */
  readonly groupOfTrace: Int32Array;
}

const NO_CODE = -1;
const SEVERAL_CODES = -2;

/** Groups the traces of the table, or those in `rows` alone, by the values of a key anywhere in them. O(annotations). */
export function groupTraces(table: SpanTable, key: AnnotationKey, rows?: Int32Array): Grouping {
  const keyIndex = keyIndexOf(table, key);
  const groups: Group[] = [];
  const groupOfTrace = new Int32Array(table.traceCount);
  const indexOfCode = new Map<number, number>();
  const traces = rows?.length ?? table.traceCount;
  for (let at = 0; at < traces; at++) {
    const trace = rows === undefined ? at : rows[at]!;
    const code = keyIndex < 0 ? NO_CODE : valueCodeOf(table, keyIndex, trace);
    let index = indexOfCode.get(code);
    if (index === undefined) {
      index = groups.push(groupOf(table, code)) - 1;
      indexOfCode.set(code, index);
    }
    groupOfTrace[trace] = index;
  }
  return { groups, groupOfTrace };
}

function valueCodeOf(table: SpanTable, keyIndex: number, trace: number): number {
  let found = NO_CODE;
  scanKey(table, keyIndex, trace, (_span, code) => {
    if (found === NO_CODE) found = code;
    else if (found !== code) found = SEVERAL_CODES;
  });
  return found;
}

function groupOf(table: SpanTable, code: number): Group {
  if (code === NO_CODE) return NONE;
  if (code === SEVERAL_CODES) return SEVERAL;
  return valueGroup(table.annotations.values[code]!);
}
