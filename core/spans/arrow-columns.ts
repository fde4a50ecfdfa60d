import {
  type Batch,
  batchType,
  bool,
  Column,
  columnFromArray,
  type DataType,
  dictionary,
  field,
  float64,
  int8,
  int16,
  int32,
  list,
  struct,
  TimeUnit,
  type TypedArray,
  timestamp,
  utf8,
} from '@uwdata/flechette';

/**
 * Arrow columns out of typed arrays, without going through JavaScript values (which took 210 of 238 ms for 30 000 spans).
 * No column has nulls.
 */

/** flechette's batch of codes, which it does not export. */
type DictionaryBatch = Batch<string> & { setDictionary(dictionary: Column<string>): DictionaryBatch };

const NO_NULLS = new Uint8Array(0);

/** Numbers in the smallest type that holds them all exactly: int8, int16, int32, else double. */
export function numberColumn(values: ArrayLike<number>): Column<number> {
  const batch = numberBatch(values);
  return new Column([batch], batch.type);
}

/** Numbers in the type of their array, whatever they are: for columns whose type is promised. */
export function typedColumn(values: Int32Array | Float64Array): Column<number> {
  return columnOf(values instanceof Int32Array ? int32() : float64(), values.length, { values });
}

/** From bytes that are 0 or 1. */
export function boolColumn(values: Uint8Array): Column<boolean> {
  const bits = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, i) => {
    if (value !== 0) bits[i >> 3] = bits[i >> 3]! | (1 << (i & 7));
  });
  return columnOf(bool(), values.length, { values: bits });
}

/**
 * Instants in whole µs since 1970, as `timestamp[us, UTC]`. Throws a RangeError for others. An integer of 64 bits is written as two of 32, as Arrow has it
 * (little-endian: low | high), since a BigInt for each took a tenth of the encoding.
 */
export function instantColumn(values: Float64Array): Column<number> {
  const words = new DataView(new ArrayBuffer(values.length * 8));
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isInteger(value)) throw new RangeError(`${value} is no whole number of µs`);
    // `setInt32` keeps the lowest 32 bits of a whole number, however large or negative.
    words.setInt32(i * 8, value, true);
    words.setInt32(i * 8 + 4, Math.floor(value / 2 ** 32), true);
  }
  const typed = new BigInt64Array(words.buffer);
  return columnOf(timestamp(TimeUnit.MICROSECOND, 'UTC'), values.length, { values: typed });
}

/** Codes into a dictionary of texts. The codes take as few bytes as the size of the dictionary allows, or 4 if they are `wide`. */
export function dictionaryColumn(
  codes: ArrayLike<number>,
  texts: readonly string[],
  width: 'narrow' | 'wide' = 'narrow',
): Column<string> {
  const batch = dictionaryBatch(codes, texts, width);
  return new Column([batch], batch.type);
}

/**
 * Plain texts, for readers that treat a dictionary as something else than text: row i is `texts[codes[i]]`. Each distinct text is
 * encoded once. Throws a RangeError where all of them together are longer than Arrow's `utf8` can be, 2³¹ − 1 bytes.
 */
export function textColumn(codes: ArrayLike<number>, texts: readonly string[]): Column<string> {
  const distinct = columnFromArray<string>(texts.length === 0 ? [''] : [...texts], utf8()).data[0]!;
  const from = distinct.offsets as Int32Array;
  const bytes = distinct.values as Uint8Array;
  const offsets = new Int32Array(codes.length + 1);
  let length = 0;
  for (let i = 0; i < codes.length; i++) {
    length += from[codes[i]! + 1]! - from[codes[i]!]!;
    if (length > 0x7fffffff) throw new RangeError('more than 2 GiB of text in one column');
    offsets[i + 1] = length;
  }
  const values = new Uint8Array(length);
  for (let i = 0; i < codes.length; i++) {
    values.set(bytes.subarray(from[codes[i]!]!, from[codes[i]! + 1]!), offsets[i]!);
  }
  return columnOf(utf8(), codes.length, { offsets, values });
}

/** Per row a list of codes into a dictionary of texts: row i holds `codes[offsets[i]] … codes[offsets[i + 1] − 1]`. */
export function dictionaryListColumn(
  offsets: Int32Array,
  codes: ArrayLike<number>,
  texts: readonly string[],
): Column<readonly string[]> {
  const child = dictionaryBatch(codes, texts);
  return columnOf(list(child.type), offsets.length - 1, { offsets, children: [child] });
}

/** Columns side by side, and a list of such rows per row: row i holds the rows `offsets[i]` … `offsets[i + 1] − 1`. */
export function structListColumn(
  offsets: Int32Array,
  children: Readonly<Record<string, Column<unknown>>>,
): Column<readonly unknown[]> {
  const batches = Object.values(children).map((column) => column.data[0]!);
  const type = struct(Object.entries(children).map(([name, column]) => field(name, column.type)));
  const child = batchOf(type, batches[0]!.length, { children: batches });
  return columnOf(list(type), offsets.length - 1, { offsets, children: [child] });
}

interface Buffers {
  readonly values?: TypedArray;
  readonly offsets?: Int32Array;
  readonly children?: readonly Batch<unknown>[];
}

function dictionaryBatch(
  codes: ArrayLike<number>,
  texts: readonly string[],
  width: 'narrow' | 'wide' = 'narrow',
): DictionaryBatch {
  const textType = utf8();
  const fits = (most: number): boolean => width === 'narrow' && texts.length <= most;
  const [indexType, values] = fits(0x80)
    ? [int8(), Int8Array.from(codes)]
    : fits(0x8000)
      ? [int16(), Int16Array.from(codes)]
      : [int32(), Int32Array.from(codes)];
  const batch = batchOf<string>(dictionary(textType, indexType), values.length, { values }) as DictionaryBatch;
  // A dictionary without a text would have no batch, and readers then miss it.
  return batch.setDictionary(columnFromArray(texts.length === 0 ? [''] : [...texts], textType));
}

function numberBatch(values: ArrayLike<number>): Batch<number> {
  let reach = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    // Minus one makes room for −128 beside 127; a fraction or −0 needs a double.
    if (!Object.is(value, value | 0)) reach = Number.POSITIVE_INFINITY;
    else reach = Math.max(reach, value < 0 ? -value - 1 : value);
  }
  const [type, typed] =
    reach <= 0x7f
      ? [int8(), Int8Array.from(values)]
      : reach <= 0x7fff
        ? [int16(), Int16Array.from(values)]
        : reach <= 0x7fffffff
          ? [int32(), Int32Array.from(values)]
          : [float64(), Float64Array.from(values)];
  return batchOf(type, values.length, { values: typed });
}

function columnOf<T>(type: DataType, length: number, buffers: Buffers): Column<T> {
  return new Column<T>([batchOf<T>(type, length, buffers)], type);
}

function batchOf<T>(type: DataType, length: number, buffers: Buffers): Batch<T> {
  const BatchType = batchType(type) as new (options: object) => Batch<T>;
  return new BatchType({ length, nullCount: 0, type, validity: NO_NULLS, ...buffers });
}
