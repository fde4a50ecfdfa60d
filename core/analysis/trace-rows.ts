import type { AnnotationKey, SpanTable } from '../spans/span-table.ts';
import { unixMicros } from '../units.ts';
import type { LatencyMeasure } from './explore-question.ts';
import { type Group, isSameGroup, valueGroup } from './group.ts';
import type { GroupKey } from './group-key.ts';
import { isEventName, keyIndexOf, scanKey } from './scan-key.ts';
import { errorsOf } from './sort-traces.ts';
import { extentOf, traceLatencies } from './trace-latencies.ts';
import type { TraceRow, TraceRowBar } from './trace-row.ts';

export interface TraceRowsQuestion {
  readonly key: GroupKey | undefined;
  readonly highlight: Group | undefined;
  readonly measure: LatencyMeasure;
}

const MOST_CHIPS = 8;
const MOST_CARRIERS = 3;

interface Carrier {
  readonly span: number;
  readonly value: string;
  /** NaN for tags and resources. */
  readonly time: number;
}

/** The rows of the list for some traces of the table, in the order they are asked for. */
export function traceRows(
  table: SpanTable,
  traces: readonly number[],
  { key, highlight, measure }: TraceRowsQuestion,
): readonly TraceRow[] {
  const keyIndex = keyIndexOf(table, key);
  const latencies = traceLatencies(table, measure, key);
  return traces.map((trace) => {
    const carriers = carriersOf(table, keyIndex, trace);
    const values = new Set(carriers.map(({ value }) => value));
    const matches = (value: string): boolean => highlight !== undefined && isSameGroup(valueGroup(value), highlight);
    const root = table.firstSpan[trace]!;
    return {
      row: trace,
      id: table.traceIds[trace]!,
      start: unixMicros(table.traceStart[trace]!),
      service: table.services[table.spanService[root]!]!,
      operation: table.operations[table.spanOperation[root]!]!,
      latency: latencies[trace]!,
      spans: table.firstSpan[trace + 1]! - root,
      errors: errorsOf(table, trace),
      chips: chipsOf(table, trace, keyIndex, carriers).map((chip, i) => ({
        ...chip,
        isHighlight: i < values.size && matches(chip.value),
      })),
      extent: extentOf(table, trace),
      bars: barsOf(table, root, carriers),
      marks: carriers
        .filter(({ time }) => !Number.isNaN(time))
        .map(({ time, value }) => ({ at: time, isHighlight: matches(value) })),
    };
  });
}

function carriersOf(table: SpanTable, keyIndex: number, trace: number): readonly Carrier[] {
  const carriers: Carrier[] = [];
  if (keyIndex >= 0) {
    scanKey(table, keyIndex, trace, (span, code, time) => {
      carriers.push({ span, value: table.annotations.values[code]!, time });
    });
  }
  return carriers;
}

/** The grouping key's values, then the events' other annotations (their names last), then tags of the first carrier. */
function chipsOf(
  table: SpanTable,
  trace: number,
  keyIndex: number,
  carriers: readonly Carrier[],
): readonly { readonly key: AnnotationKey; readonly value: string }[] {
  const { keys, keyOfCode, values } = table.annotations;
  const isGroupingKey = (code: number): boolean => keyOfCode[code] === keyIndex;
  const attributes = new Set<number>();
  const names = new Set<number>();
  const from = table.eventOffsets[table.firstSpan[trace]!]!;
  const to = table.eventOffsets[table.firstSpan[trace + 1]!]!;
  for (let i = from; i < to && attributes.size < MOST_CHIPS; i++) {
    const code = table.eventCodes[i]!;
    if (!isGroupingKey(code)) (isEventName(keys[keyOfCode[code]!]!) ? names : attributes).add(code);
  }
  const tagSpan = carriers[0]?.span ?? table.firstSpan[trace]!;
  const tags = table.tagCodes.subarray(table.tagOffsets[tagSpan], table.tagOffsets[tagSpan + 1]);
  const chips = [...new Set(carriers.map(({ value }) => value))].map((value) => ({ key: keys[keyIndex]!, value }));
  for (const code of new Set([...attributes, ...names, ...tags])) {
    if (chips.length >= MOST_CHIPS) break;
    if (!isGroupingKey(code)) chips.push({ key: keys[keyOfCode[code]!]!, value: values[code]! });
  }
  return chips.slice(0, MOST_CHIPS);
}

function barsOf(table: SpanTable, root: number, carriers: readonly Carrier[]): readonly TraceRowBar[] {
  const bar = (span: number, kind: TraceRowBar['kind']): TraceRowBar => ({
    start: table.spanStart[span]!,
    duration: table.spanDuration[span]!,
    kind,
  });
  const spans = [...new Set(carriers.map(({ span }) => span))]
    .sort((a, b) => table.spanDuration[b]! - table.spanDuration[a]!)
    .slice(0, MOST_CARRIERS);
  return [bar(root, 'root'), ...spans.map((span) => bar(span, 'carrier'))];
}
