import type { SpanTable } from '../spans/span-table.ts';
import { selfTimes } from '../trace/self-times.ts';
import type { Micros } from '../units.ts';
import type { LatencyMeasure } from './explore-question.ts';
import type { GroupKey } from './group-key.ts';
import { keyIndexOf, scanKey } from './scan-key.ts';

/** The latency of each trace of the table by a measure, µs; NaN where it has none (no span carries the key). Keys of scope `trace` have no carriers: theirs is the root. */
export function traceLatencies(table: SpanTable, measure: LatencyMeasure, key: GroupKey | undefined): Float64Array {
  if (key?.scope === 'trace' && (measure === 'span' || measure === 'self'))
    return traceLatencies(table, 'root', undefined);
  const latencies = new Float64Array(table.traceCount);
  const keyIndex = keyIndexOf(table, key);
  for (let trace = 0; trace < table.traceCount; trace++) {
    switch (measure) {
      case 'root':
        latencies[trace] = table.spanDuration[table.firstSpan[trace]!]!;
        break;
      case 'extent':
        latencies[trace] = extentOf(table, trace);
        break;
      case 'span':
        latencies[trace] = longestCarrier(table, keyIndex, trace)?.duration ?? Number.NaN;
        break;
      case 'self':
        latencies[trace] = carrierSelfTime(table, keyIndex, trace);
    }
  }
  return latencies;
}

/** From the first start of a trace to the last end of any of its spans, µs. */
export function extentOf(table: SpanTable, trace: number): Micros {
  let end = 0;
  for (let span = table.firstSpan[trace]!; span < table.firstSpan[trace + 1]!; span++) {
    end = Math.max(end, table.spanStart[span]! + table.spanDuration[span]!);
  }
  return end;
}

function longestCarrier(
  table: SpanTable,
  keyIndex: number,
  trace: number,
): { readonly span: number; readonly duration: Micros } | undefined {
  if (keyIndex < 0) return undefined;
  let longest = -1;
  scanKey(table, keyIndex, trace, (span) => {
    if (longest < 0 || table.spanDuration[span]! > table.spanDuration[longest]!) longest = span;
  });
  return longest < 0 ? undefined : { span: longest, duration: table.spanDuration[longest]! };
}

function carrierSelfTime(table: SpanTable, keyIndex: number, trace: number): Micros {
  const carrier = longestCarrier(table, keyIndex, trace);
  if (carrier === undefined) return Number.NaN;
  const first = table.firstSpan[trace]!;
  const spans = Array.from({ length: table.firstSpan[trace + 1]! - first }, (_, i) => ({
    parent: table.spanParent[first + i]! < 0 ? -1 : table.spanParent[first + i]! - first,
    start: table.spanStart[first + i]!,
    duration: table.spanDuration[first + i]!,
  }));
  return selfTimes({ spans })[carrier.span - first]!;
}
