import { type Column, type Table, type TypedArray, tableFromIPC } from '@uwdata/flechette';
import { NO_PARENT, type Scope } from '../trace/trace.ts';
import { AnnotationInterner } from './annotation-interner.ts';
import { annotationFromText } from './annotation-text.ts';
import { unsealedBytes } from './sealed-bytes.ts';
import { SLICE_INFO_KEY } from './slice-info-key.ts';
import { SPAN_KINDS } from './span-kinds.ts';
import type { SpanTable } from './span-table.ts';
import { UnreadableSliceError } from './unreadable-slice-error.ts';

/**
 * The table that `encodeSlice` was given (codes are numbered anew), and the text of its `SliceInfo`. Columns are views into `bytes` where
 * they can be. Throws `UnreadableSliceError`. Knows nothing of zod, which would weigh as much as the rest of the worker.
 */
export function decodeTable(bytes: Uint8Array): { readonly table: SpanTable; readonly infoText: string } {
  const stream = unsealedBytes(bytes);
  if (stream === undefined) throw new UnreadableSliceError('the bytes are not all that was sent');
  let arrow: Table;
  try {
    arrow = tableFromIPC(stream, { useBigIntTimestamp: true });
  } catch (cause) {
    throw new UnreadableSliceError('the bytes are not an Arrow stream', { cause });
  }
  const infoText = arrow.schema.metadata?.get(SLICE_INFO_KEY);
  if (infoText === undefined) throw new UnreadableSliceError('the Arrow stream is not a slice of Kuji');
  return { table: tableOf(arrow), infoText };
}

function tableOf(arrow: Table): SpanTable {
  const count = arrow.numRows;
  const traces = dictionaryOf(columnOf(arrow, 'trace_id'), count);
  const depths = valuesOf(columnOf(arrow, 'depth'), count);
  const starts = valuesOf(columnOf(arrow, 'start'), count);
  const services = dictionaryOf(columnOf(arrow, 'service'), count);
  const operations = dictionaryOf(columnOf(arrow, 'operation'), count);
  const kinds = dictionaryOf(columnOf(arrow, 'kind'), count);
  const resources = dictionaryOf(columnOf(arrow, 'resource'), count);
  const tags = listOf(columnOf(arrow, 'tags'), count);
  const events = listOf(columnOf(arrow, 'events'), count);
  const [eventAnnotations, eventTimes] = events.values.children;
  if (eventAnnotations === undefined || eventTimes === undefined)
    throw new UnreadableSliceError('events are not structs');

  const spanTrace = Int32Array.from(traces.codes);
  const { traceStart, firstSpan, spanStart } = tracesOf(spanTrace, starts, traces.texts.length);
  const annotations = new AnnotationInterner();
  const codesOf = (scope: Scope, batch: AnyBatch): Int32Array => {
    const { codes, texts } = dictionaryPartsOf(batch);
    const codeOfText = texts.map((text) => {
      const { key, value } = annotationFromText(text);
      return annotations.codeOf(scope, key, value);
    });
    return Int32Array.from(codes, (code) => codeOfText[code]!);
  };
  return {
    revision: 1,
    traceCount: traces.texts.length,
    traceIds: traces.texts,
    traceStart,
    firstSpan,
    isSuperseded: new Uint8Array(traces.texts.length),
    spanCount: count,
    spanTrace,
    spanParent: parentsOf(depths),
    spanStart,
    spanDuration: numbersOf(batchOf(columnOf(arrow, 'duration_us'))),
    spanService: Int32Array.from(services.codes),
    spanOperation: Int32Array.from(operations.codes),
    spanKind: kindsOf(kinds),
    spanError: Uint8Array.from(columnOf(arrow, 'error'), Number),
    spanResource: Int32Array.from(resources.codes),
    tagOffsets: tags.offsets,
    tagCodes: codesOf('tag', tags.values),
    eventOffsets: events.offsets,
    eventCodes: codesOf('event', eventAnnotations),
    eventTimes: timesInTrace(numbersOf(eventTimes), events.offsets, spanStart),
    services: services.texts,
    operations: operations.texts,
    resources: resources.texts.map((text) =>
      Object.entries(jsonOf(text) as Record<string, string>).map(([key, value]) =>
        annotations.codeOf('resource', key, value),
      ),
    ),
    annotations: annotations.dictionary,
  };
}

function kindsOf(kinds: ReturnType<typeof dictionaryOf>): Uint8Array {
  const indexes = kinds.texts.map((text) => Math.max(0, (SPAN_KINDS as readonly string[]).indexOf(text)));
  return Uint8Array.from(kinds.codes, (code) => indexes[code]!);
}

/** Times of events from the start of their trace, out of those from the start of their span. */
function timesInTrace(offsetsInSpan: Float64Array, firstEvent: Int32Array, spanStart: Float64Array): Float64Array {
  const times = offsetsInSpan.slice();
  spanStart.forEach((start, span) => {
    for (let i = firstEvent[span]!; i < firstEvent[span + 1]!; i++) times[i]! += start;
  });
  return times;
}

function tracesOf(
  spanTrace: Int32Array,
  starts: TypedArray,
  count: number,
): Pick<SpanTable, 'traceStart' | 'firstSpan' | 'spanStart'> {
  const traceStart = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const firstSpan = new Int32Array(count + 1).fill(spanTrace.length);
  const absolute = Float64Array.from(starts as ArrayLike<number | bigint> as ArrayLike<bigint>, Number);
  for (let span = spanTrace.length - 1; span >= 0; span--) {
    const trace = spanTrace[span]!;
    traceStart[trace] = Math.min(traceStart[trace]!, absolute[span]!);
    firstSpan[trace] = span;
  }
  return { traceStart, firstSpan, spanStart: absolute.map((start, span) => start - traceStart[spanTrace[span]!]!) };
}

/** Parents from depths in pre-order: the nearest span before it that is one level up. */
function parentsOf(depths: TypedArray): Int32Array {
  const parents = new Int32Array(depths.length);
  const lastAtDepth: number[] = [];
  for (let span = 0; span < depths.length; span++) {
    const depth = Number(depths[span]);
    parents[span] = depth === 0 ? NO_PARENT : lastAtDepth[depth - 1]!;
    lastAtDepth[depth] = span;
  }
  return parents;
}

type AnyBatch = Column<unknown>['data'][number];

interface ListParts {
  readonly offsets: Int32Array;
  readonly values: AnyBatch;
}

function columnOf(arrow: Table, name: string): Column<unknown> {
  const column = arrow.getChild(name) as Column<unknown> | undefined;
  if (column === undefined) throw new UnreadableSliceError(`the slice has no column ${name}`);
  return column;
}

/** The one batch of a column; `encodeSlice` writes one. An empty table may have none. */
function batchOf(column: Column<unknown>): AnyBatch {
  const [batch, ...more] = column.data;
  if (batch === undefined || more.length > 0)
    throw new UnreadableSliceError(`${column.data.length} batches where there should be one`);
  return batch;
}

function valuesOf(column: Column<unknown>, count: number): TypedArray {
  return (batchOf(column).values as Float64Array).subarray(0, count);
}

function numbersOf(batch: AnyBatch): Float64Array {
  return Float64Array.from((batch.values as Float64Array).subarray(0, batch.length));
}

function dictionaryPartsOf(batch: AnyBatch): { readonly codes: ArrayLike<number>; readonly texts: readonly string[] } {
  const { dictionary } = batch as AnyBatch & { readonly dictionary?: Column<string> };
  if (dictionary === undefined) throw new UnreadableSliceError('a column is not dictionary-encoded');
  return {
    codes: (batch.values as Int32Array).subarray(0, batch.length),
    // Where nothing points into it, the dictionary holds a stopgap.
    texts: batch.length === 0 ? [] : Array.from(dictionary, (text) => text ?? ''),
  };
}

function dictionaryOf(column: Column<unknown>, count: number): ReturnType<typeof dictionaryPartsOf> {
  const parts = dictionaryPartsOf(batchOf(column));
  if (parts.codes.length !== count) throw new UnreadableSliceError('columns of different lengths');
  return parts;
}

function listOf(column: Column<unknown>, count: number): ListParts {
  const { offsets, children } = batchOf(column);
  return { offsets: Int32Array.from((offsets as Int32Array).subarray(0, count + 1)), values: children[0]! };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableSliceError('broken JSON in a slice', { cause });
  }
}
