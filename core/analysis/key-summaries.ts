import type { AnnotationKey, SpanTable } from '../spans/span-table.ts';
import type { Scope } from '../trace/trace.ts';
import type { KeySummary } from './explore-answer.ts';

const SCOPE_ORDER: Readonly<Record<Scope, number>> = { event: 0, tag: 1, resource: 2 };

/** Beyond this many values a key whose values nearly all differ is an id. */
const FEW_VALUES = 20;
const UNIQUE_SHARE = 0.9;

/**
 * Every key that the traces in `rows` carry, with how many of them and with how many values; those worth grouping by first,
 * then by scope and name. O(annotations).
 */
export function keySummaries(table: SpanTable, rows: Int32Array): readonly KeySummary[] {
  const { keys, keyOfCode } = table.annotations;
  const traces = new Int32Array(keys.length);
  const values = new Int32Array(keys.length);
  const lastTraceOfKey = new Int32Array(keys.length).fill(-1);
  const isSeen = new Uint8Array(keyOfCode.length);
  const see = (code: number, trace: number): void => {
    const key = keyOfCode[code]!;
    if (lastTraceOfKey[key] !== trace) {
      lastTraceOfKey[key] = trace;
      traces[key]!++;
    }
    if (isSeen[code] === 0) {
      isSeen[code] = 1;
      values[key]!++;
    }
  };
  for (const trace of rows) {
    const from = table.firstSpan[trace]!;
    const to = table.firstSpan[trace + 1]!;
    for (let i = table.tagOffsets[from]!; i < table.tagOffsets[to]!; i++) see(table.tagCodes[i]!, trace);
    for (let i = table.eventOffsets[from]!; i < table.eventOffsets[to]!; i++) see(table.eventCodes[i]!, trace);
    for (let span = from; span < to; span++) {
      for (const code of table.resources[table.spanResource[span]!]!) see(code, trace);
    }
  }
  return keys
    .map((key, index) => summaryOf(key, traces[index]!, values[index]!, rows.length))
    .filter(({ traces: count }) => count > 0)
    .sort(
      (a, b) =>
        Number(a.setAside !== undefined) - Number(b.setAside !== undefined) ||
        SCOPE_ORDER[a.key.scope] - SCOPE_ORDER[b.key.scope] ||
        compareTexts(a.key.key, b.key.key),
    );
}

function summaryOf(key: AnnotationKey, traces: number, values: number, all: number): KeySummary {
  return { key, traces, values, setAside: setAsideReason(traces, values, all) };
}

function setAsideReason(traces: number, values: number, all: number): KeySummary['setAside'] {
  if (values > FEW_VALUES && values > UNIQUE_SHARE * traces) return 'unique-values';
  // One value on some traces only still splits them: carrying it against not.
  if (values === 1 && traces === all) return 'one-value';
  return undefined;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
