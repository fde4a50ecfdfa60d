import type { SpanTable } from '../spans/span-table.ts';
import { HOUR, MINUTE } from '../units.ts';
import { type Group, valueGroup } from './group.ts';
import { callsOf, type DerivedKey, type FixedDerivedKey, isFixedDerivedKey } from './group-key.ts';
import type { Grouping } from './group-traces.ts';
import type { GroupingContext } from './grouping-context.ts';

/** Groups the traces of the table, or those in `rows` alone, by what they are themselves. A key that is none of ours gives one group. O(spans). */
export function groupDerived(
  table: SpanTable,
  { key }: DerivedKey,
  context: GroupingContext,
  rows?: Int32Array,
): Grouping {
  if (isFixedDerivedKey(key)) return groupByText(table, textOf(table, key, context), rows);
  const calls = callsOf(key);
  return groupByText(table, calls === undefined ? () => '' : hasCall(table, calls), rows);
}

function textOf(table: SpanTable, key: FixedDerivedKey, context: GroupingContext): (trace: number) => string {
  switch (key) {
    case 'root':
      return (trace) => rootText(table, trace);
    case 'spans':
      return (trace) => String(table.firstSpan[trace + 1]! - table.firstSpan[trace]!);
    case 'error':
      return (trace) => String(hasSpan(table, trace, (span) => table.spanError[span] === 1));
    case 'services':
      return (trace) => servicesText(table, trace);
    case 'hour':
      return (trace) => hourText(table.traceStart[trace]!, context.minutesEastOfUtc);
    case 'half':
      return (trace) => (table.traceStart[trace]! < (context.from + context.to) / 2 ? 'first' : 'second');
  }
}

function rootText(table: SpanTable, trace: number): string {
  const root = table.firstSpan[trace]!;
  return `${table.services[table.spanService[root]!]} ${table.operations[table.spanOperation[root]!]}`;
}

function servicesText(table: SpanTable, trace: number): string {
  const services = new Set(table.spanService.subarray(table.firstSpan[trace], table.firstSpan[trace + 1]));
  return [...services]
    .map((service) => table.services[service]!)
    .sort()
    .join(', ');
}

function hourText(start: number, minutesEastOfUtc: number): string {
  const hour = Math.floor((start + minutesEastOfUtc * MINUTE) / HOUR) % 24;
  return String(hour).padStart(2, '0');
}

function hasCall(table: SpanTable, name: string): (trace: number) => string {
  const isCall = (span: number): boolean =>
    name === `${table.services[table.spanService[span]!]} ${table.operations[table.spanOperation[span]!]}`;
  const known = new Map<number, boolean>();
  const isCallKnown = (span: number): boolean => {
    const call = table.spanService[span]! * table.operations.length + table.spanOperation[span]!;
    let answer = known.get(call);
    if (answer === undefined) {
      answer = isCall(span);
      known.set(call, answer);
    }
    return answer;
  };
  return (trace) => String(hasSpan(table, trace, isCallKnown));
}

function hasSpan(table: SpanTable, trace: number, test: (span: number) => boolean): boolean {
  for (let span = table.firstSpan[trace]!; span < table.firstSpan[trace + 1]!; span++) if (test(span)) return true;
  return false;
}

function groupByText(table: SpanTable, textOf: (trace: number) => string, rows: Int32Array | undefined): Grouping {
  const groups: Group[] = [];
  const groupOfTrace = new Int32Array(table.traceCount);
  const indexOfText = new Map<string, number>();
  const traces = rows?.length ?? table.traceCount;
  for (let at = 0; at < traces; at++) {
    const trace = rows === undefined ? at : rows[at]!;
    const text = textOf(trace);
    let index = indexOfText.get(text);
    if (index === undefined) {
      index = groups.push(valueGroup(text)) - 1;
      indexOfText.set(text, index);
    }
    groupOfTrace[trace] = index;
  }
  return { groups, groupOfTrace };
}
