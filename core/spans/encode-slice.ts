import { type Column, tableFromColumns, tableToIPC } from '@uwdata/flechette';
import type { SliceInfo } from '../api.ts';
import { annotationToText } from './annotation-text.ts';
import {
  boolColumn,
  dictionaryColumn,
  dictionaryListColumn,
  instantColumn,
  numberColumn,
  structListColumn,
} from './arrow-columns.ts';
import { depthsOf } from './depths-of.ts';
import { sealedBytes } from './sealed-bytes.ts';
import { SLICE_INFO_KEY } from './slice-info-key.ts';
import { SPAN_KINDS } from './span-kinds.ts';
import type { SpanTable } from './span-table.ts';

/**
 * A span table as one Arrow IPC stream, a row per span, which DuckDB, pandas and Polars open as it is:
 *
 *     trace_id            dictionary<utf8>           spans of a trace stand together, in pre-order
 *     depth               int                        0 for a root or an orphan; with the order it gives the tree
 *     service, operation  dictionary<utf8>
 *     kind                dictionary<utf8>           `SPAN_KINDS`
 *     start               timestamp[us, UTC]
 *     duration_us         int, or double
 *     error               bool
 *     tags                list<dictionary<utf8>>     `key=value`, see annotation-text.ts
 *     events              list<struct<               one row per attribute, and one with the key `event` for the event's own text
 *       annotation          dictionary<utf8>           `key=value`
 *       offset_us           int, or double>>           from the start of the span
 *     resource            dictionary<utf8>           a JSON object of the attributes
 *
 * Integers take as few bytes as the slice's numbers need, and are doubles where one is fractional or beyond 32 bits.
 * `info` stands as JSON in the schema's metadata. A digest follows the end of the stream. The table must not hold superseded traces.
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
    ['depth', numberColumn(depthsOf(table))],
    ['service', dictionaryColumn(table.spanService, table.services)],
    ['operation', dictionaryColumn(table.spanOperation, table.operations)],
    ['kind', dictionaryColumn(table.spanKind, SPAN_KINDS)],
    ['start', instantColumn(table.spanStart.map((start, span) => table.traceStart[table.spanTrace[span]!]! + start))],
    ['duration_us', numberColumn(table.spanDuration)],
    ['error', boolColumn(table.spanError)],
    ['tags', dictionaryListColumn(table.tagOffsets, tags.codes, tags.texts)],
    [
      'events',
      structListColumn(table.eventOffsets, {
        annotation: dictionaryColumn(events.codes, events.texts),
        offset_us: numberColumn(offsetsInSpan(table)),
      }),
    ],
    ['resource', dictionaryColumn(table.spanResource, resources)],
  ];
  const arrow = tableFromColumns(columns);
  arrow.schema.metadata = new Map([[SLICE_INFO_KEY, JSON.stringify(info)]]);
  const bytes = tableToIPC(arrow, { format: 'stream' });
  if (bytes === null) throw new Error('the in-memory sink gave no bytes');
  return sealedBytes(bytes);
}

/** The codes in use, renumbered from 0, with their texts. */
function usedCodes(
  codes: Int32Array,
  count: number,
  textOf: (code: number) => string,
): { readonly codes: Int32Array; readonly texts: readonly string[] } {
  const renumbered = new Int32Array(count).fill(-1);
  const texts: string[] = [];
  const next = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (renumbered[code] === -1) renumbered[code] = texts.push(textOf(code)) - 1;
    next[i] = renumbered[code]!;
  }
  return { codes: next, texts };
}

/** When each event happened, from the start of its span: small numbers, many of them alike. */
function offsetsInSpan(table: SpanTable): Float64Array {
  const offsets = table.eventTimes.slice();
  for (let span = 0; span < table.spanCount; span++) {
    for (let i = table.eventOffsets[span]!; i < table.eventOffsets[span + 1]!; i++)
      offsets[i]! -= table.spanStart[span]!;
  }
  return offsets;
}
