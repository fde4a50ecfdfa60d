import { type Column, tableFromColumns, tableToIPC } from '@uwdata/flechette';
import { SLICE_INFO_KEY, type SliceInfo } from '../api.ts';
import { annotationToText } from './annotation-text.ts';
import {
  boolColumn,
  dictionaryColumn,
  dictionaryListColumn,
  float64Column,
  float64ListColumn,
  instantColumn,
  int32Column,
} from './arrow-columns.ts';
import { SPAN_KINDS } from './span-kinds.ts';
import type { SpanTable } from './span-table.ts';

/**
 * A span table as one Arrow IPC stream, a row per span, which DuckDB, pandas and Polars open as it is:
 *
 *     trace_id            dictionary<utf8>           spans of a trace stand together, in pre-order
 *     depth               int32                      0 for a root or an orphan; with the order it gives the tree
 *     service, operation  dictionary<utf8>
 *     kind                dictionary<utf8>           `SPAN_KINDS`
 *     start               timestamp[us, UTC]
 *     duration_us         double
 *     self_us             double
 *     critical_us         double
 *     error               bool
 *     tags                list<dictionary<utf8>>     `key=value`, see annotation-text.ts
 *     events              list<dictionary<utf8>>     the same; an event's own text has the key `event`
 *     event_offsets_us    list<double>               parallel to `events`, from the start of the trace
 *     resource            dictionary<utf8>           a JSON object of the attributes
 *
 * `info` stands as JSON in the schema's metadata. The table must not hold superseded traces.
 */
export function encodeSlice(table: SpanTable, info: SliceInfo): Uint8Array {
  const { keys, keyOfCode, values } = table.annotations;
  const textOfCode = (code: number): string => annotationToText(keys[keyOfCode[code]!]!.key, values[code]!);
  const tags = usedCodes(table.tagCodes, values.length, textOfCode);
  const events = usedCodes(table.eventCodes, values.length, textOfCode);
  const resources = table.resources.map((codes) =>
    JSON.stringify(Object.fromEntries(codes.map((code) => [keys[keyOfCode[code]!]!.key, values[code]!]))),
  );
  const columns: [string, Column<unknown>][] = [
    ['trace_id', dictionaryColumn(table.spanTrace, table.traceIds)],
    ['depth', int32Column(depthsOf(table))],
    ['service', dictionaryColumn(table.spanService, table.services)],
    ['operation', dictionaryColumn(table.spanOperation, table.operations)],
    ['kind', dictionaryColumn(table.spanKind, SPAN_KINDS)],
    ['start', instantColumn(table.spanStart.map((start, span) => table.traceStart[table.spanTrace[span]!]! + start))],
    ['duration_us', float64Column(table.spanDuration)],
    ['self_us', float64Column(table.spanSelf)],
    ['critical_us', float64Column(table.spanCritical)],
    ['error', boolColumn(table.spanError)],
    ['tags', dictionaryListColumn(table.tagOffsets, tags.codes, tags.texts)],
    ['events', dictionaryListColumn(table.eventOffsets, events.codes, events.texts)],
    ['event_offsets_us', float64ListColumn(table.eventOffsets, table.eventTimes)],
    ['resource', dictionaryColumn(table.spanResource, resources)],
  ];
  const arrow = tableFromColumns(columns);
  arrow.schema.metadata = new Map([[SLICE_INFO_KEY, JSON.stringify(info)]]);
  const bytes = tableToIPC(arrow, { format: 'stream' });
  if (bytes === null) throw new Error('the in-memory sink gave no bytes');
  return bytes;
}

/** The codes in use, renumbered from 0, with their texts. */
function usedCodes(
  codes: Int32Array,
  count: number,
  textOf: (code: number) => string,
): { readonly codes: Int32Array; readonly texts: readonly string[] } {
  const renumbered = new Int32Array(count).fill(-1);
  const texts: string[] = [];
  const next = codes.map((code) => {
    if (renumbered[code] === -1) renumbered[code] = texts.push(textOf(code)) - 1;
    return renumbered[code]!;
  });
  return { codes: next, texts };
}

function depthsOf(table: SpanTable): Int32Array {
  const depths = new Int32Array(table.spanCount);
  // Parents stand before their children.
  table.spanParent.forEach((parent, span) => {
    depths[span] = parent < 0 ? 0 : depths[parent]! + 1;
  });
  return depths;
}
