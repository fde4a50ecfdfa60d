import type { SpanTable } from '#core/spans/span-table.ts';
import { NO_PARENT } from '#core/trace/trace.ts';
import { require } from './require.ts';

/** What `core/spans/span-table.ts` promises of every table. @throws BrokenRule */
export function checkTable(table: SpanTable): void {
  const { traceCount, spanCount, firstSpan } = table;
  require(table.traceIds.length === traceCount &&
    table.traceStart.length === traceCount, 'columns of traces are as long');
  require(firstSpan.length === traceCount + 1 &&
    firstSpan[0] === 0 &&
    firstSpan[traceCount] === spanCount, 'traces hold all spans');
  for (let trace = 0; trace < traceCount; trace++) {
    require(firstSpan[trace]! < firstSpan[trace + 1]!, 'a trace has spans');
    require(Number.isFinite(table.traceStart[trace]), 'a trace starts at a finite time');
    for (let span = firstSpan[trace]!; span < firstSpan[trace + 1]!; span++) {
      const parent = table.spanParent[span]!;
      require(table.spanTrace[span] === trace, 'spans of a trace stand together');
      require(parent === NO_PARENT ||
        (parent >= firstSpan[trace]! && parent < span), 'a parent stands before, in the trace');
    }
  }
  checkCodes(table.spanService, table.services.length);
  checkCodes(table.spanOperation, table.operations.length);
  checkCodes(table.spanResource, table.resources.length);
  checkCodes(table.tagCodes, table.annotations.values.length);
  checkCodes(table.eventCodes, table.annotations.values.length);
  checkOffsets(table.tagOffsets, spanCount, table.tagCodes.length);
  checkOffsets(table.eventOffsets, spanCount, table.eventCodes.length);
  for (const column of [table.spanStart, table.spanDuration, table.eventTimes]) {
    require(column.every(Number.isFinite), 'times are finite');
  }
  for (const column of [table.spanStart, table.spanDuration, table.spanKind, table.spanError]) {
    require(column.length === spanCount, 'columns of spans are as long');
  }
  require(table.eventTimes.length === table.eventCodes.length, 'columns of events are as long');
}

function checkCodes(codes: Int32Array, count: number): void {
  require(codes.every((code) => code >= 0 && code < count), 'a code is in its dictionary');
}

function checkOffsets(offsets: Int32Array, spans: number, items: number): void {
  require(offsets.length === spans + 1 &&
    offsets[0] === 0 &&
    offsets[spans] === items, 'offsets reach from end to end');
  require(offsets.every((offset, index) => index === 0 || offset >= offsets[index - 1]!), 'offsets rise');
}
