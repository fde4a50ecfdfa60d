import { type Column, tableFromColumns, tableToIPC } from '@uwdata/flechette';
import { criticalTimes } from '../analysis/where/critical-times.ts';
import { boolColumn, dictionaryColumn, instantColumn, textColumn, typedColumn } from '../spans/arrow-columns.ts';
import { depthsOf } from '../spans/depths-of.ts';
import { SPAN_KINDS } from '../spans/span-kinds.ts';
import type { SpanTable } from '../spans/span-table.ts';
import { TextInterner } from '../spans/text-interner.ts';
import { selfTimes } from '../trace/self-times.ts';
import { NO_PARENT } from '../trace/trace.ts';
import { annotationsJson } from './annotations-json.ts';
import { attributesOf } from './attributes-of.ts';
import { eventsOfSpan } from './events-of-span.ts';
import { TooLargeError } from './too-large-error.ts';

/** What a span takes at least besides its texts: numbers, codes, and where each text ends. */
const FIXED_BYTES = 72;

/**
 * Spans of the traces in `rows` as one Arrow IPC file (`.arrow`, "Feather v2") for people, a row per span, which pandas, Polars,
 * pyarrow and, through them, DuckDB open as it is:
 *
 *     trace_id          utf8                 traces in the order of `rows`, their spans in pre-order
 *     span_index        int32                from 0 within the trace: with trace_id it names the span
 *     parent_index      int32                its parent's `span_index`, −1 where it has none
 *     depth             int32                0 for a root or an orphan
 *     service           dictionary<utf8>
 *     operation         dictionary<utf8>
 *     kind              dictionary<utf8>     `SPAN_KINDS`
 *     start             timestamp[us, UTC]
 *     duration_us       double
 *     self_time_us      double               not covered by its children
 *     critical_path_us  double               what the end of the root waited for; of a trace they add up to the root's duration
 *     is_error          bool
 *     tags              utf8                 JSON: {"key": "value", …}; a key that is there twice has the list of its values
 *     events            utf8                 JSON: [{"name": …, "offset_us": …, "attributes": {…}}, …], from the start of the span
 *     resource          utf8                 JSON, as tags
 *
 * No column has nulls, and its type does not depend on what is in it, so that several files can be put together. JSON and plain texts,
 * since maps and dictionaries of long texts open as three different things. What the table does not keep (`traceOfRow`) is not in it.
 *
 * @throws TooLargeError if it would have more than `maxBytes`.
 */
export function spansArrow(table: SpanTable, rows: Int32Array, maxBytes: number): Uint8Array<ArrayBuffer> {
  const spans = spansOf(table, rows);
  const ids = traceIds(table, rows);
  const tags = tagTexts(table, spans);
  const events = textsOf(spans, (span) => eventsText(table, span));
  const resources = table.resources.map((codes) => JSON.stringify(annotationsJson(attributesOf(table, codes))));
  const resourceCodes = pick(table.spanResource, spans);
  const texts = [ids, tags, events, { codes: resourceCodes, texts: resources }];
  // Before the texts are written out once a span.
  if (texts.reduce((sum, column) => sum + leastBytes(column), spans.length * FIXED_BYTES) > maxBytes) {
    throw new TooLargeError(maxBytes);
  }
  const columns: [string, Column<unknown>][] = [
    ['trace_id', textColumn(ids.codes, ids.texts)],
    ['span_index', typedColumn(spans.map((span) => indexInTrace(table, span)))],
    ['parent_index', typedColumn(parentIndexes(table, spans))],
    ['depth', typedColumn(pick(depthsOf(table), spans))],
    ['service', dictionaryColumn(pick(table.spanService, spans), table.services, 'wide')],
    ['operation', dictionaryColumn(pick(table.spanOperation, spans), table.operations, 'wide')],
    ['kind', dictionaryColumn(pick(table.spanKind, spans), SPAN_KINDS, 'wide')],
    ['start', instantColumn(startsOf(table, spans))],
    ['duration_us', typedColumn(pickTimes(table.spanDuration, spans))],
    ['self_time_us', typedColumn(selfTimesOf(table, rows, spans.length))],
    ['critical_path_us', typedColumn(pickTimes(criticalTimes(table, rows), spans))],
    ['is_error', boolColumn(Uint8Array.from(spans, (span) => table.spanError[span]!))],
    ['tags', textColumn(tags.codes, tags.texts)],
    ['events', textColumn(events.codes, events.texts)],
    ['resource', textColumn(resourceCodes, resources)],
  ];
  const bytes = tableToIPC(tableFromColumns(columns), { format: 'file' });
  if (bytes === null) throw new Error('the in-memory sink gave no bytes');
  if (bytes.byteLength > maxBytes) throw new TooLargeError(maxBytes);
  return bytes as Uint8Array<ArrayBuffer>;
}

/** Rows of the spans of these traces in the table. */
function spansOf({ firstSpan }: SpanTable, rows: Int32Array): Int32Array {
  const count = rows.reduce((sum, row) => sum + firstSpan[row + 1]! - firstSpan[row]!, 0);
  const spans = new Int32Array(count);
  let at = 0;
  for (const row of rows) {
    for (let span = firstSpan[row]!; span < firstSpan[row + 1]!; span++) spans[at++] = span;
  }
  return spans;
}

/** Texts by code, and the code of each span that is written. */
interface TextCodes {
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

function traceIds(table: SpanTable, rows: Int32Array): TextCodes {
  const texts = Array.from(rows, (row) => table.traceIds[row]!);
  const codes: number[] = [];
  rows.forEach((row, code) => {
    for (let span = table.firstSpan[row]!; span < table.firstSpan[row + 1]!; span++) codes.push(code);
  });
  return { codes: Int32Array.from(codes), texts };
}

/** Many spans have the same tags: each set of them is written once. */
function tagTexts(table: SpanTable, spans: Int32Array): TextCodes {
  const tagsOf = (span: number): Int32Array =>
    table.tagCodes.subarray(table.tagOffsets[span]!, table.tagOffsets[span + 1]!);
  const sets = new TextInterner();
  const texts: string[] = [];
  const codes = spans.map((span) => {
    const code = sets.codeOf(tagsOf(span).join());
    if (code === texts.length) texts.push(JSON.stringify(annotationsJson(attributesOf(table, tagsOf(span)))));
    return code;
  });
  return { codes, texts };
}

function textsOf(spans: Int32Array, textOf: (span: number) => string): TextCodes {
  const texts = new TextInterner();
  return { codes: spans.map((span) => texts.codeOf(textOf(span))), texts: texts.texts };
}

function eventsText(table: SpanTable, span: number): string {
  if (table.eventOffsets[span] === table.eventOffsets[span + 1]) return '[]';
  const events = eventsOfSpan(table, span).map(({ name, at, attributes }) => ({
    name,
    offset_us: at - table.spanStart[span]!,
    attributes: annotationsJson(attributes),
  }));
  return JSON.stringify(events);
}

/** A character takes a byte at least. */
function leastBytes({ codes, texts }: TextCodes): number {
  return codes.reduce((sum, code) => sum + texts[code]!.length, 0);
}

function pick(values: ArrayLike<number>, spans: Int32Array): Int32Array {
  return spans.map((span) => values[span]!);
}

function pickTimes(values: Float64Array, spans: Int32Array): Float64Array {
  return Float64Array.from(spans, (span) => values[span]!);
}

function startsOf({ spanStart, spanTrace, traceStart }: SpanTable, spans: Int32Array): Float64Array {
  return Float64Array.from(spans, (span) => traceStart[spanTrace[span]!]! + spanStart[span]!);
}

function indexInTrace({ firstSpan, spanTrace }: SpanTable, span: number): number {
  return span - firstSpan[spanTrace[span]!]!;
}

function parentIndexes(table: SpanTable, spans: Int32Array): Int32Array {
  return spans.map((span) => {
    const parent = table.spanParent[span]!;
    return parent < 0 ? NO_PARENT : indexInTrace(table, parent);
  });
}

function selfTimesOf(table: SpanTable, rows: Int32Array, count: number): Float64Array {
  const times = new Float64Array(count);
  let at = 0;
  for (const row of rows) {
    const first = table.firstSpan[row]!;
    const spans = Array.from({ length: table.firstSpan[row + 1]! - first }, (_, index) => ({
      parent: table.spanParent[first + index]! < 0 ? NO_PARENT : table.spanParent[first + index]! - first,
      start: table.spanStart[first + index]!,
      duration: table.spanDuration[first + index]!,
    }));
    times.set(selfTimes({ spans }), at);
    at += spans.length;
  }
  return times;
}
