import {
  type Batch,
  batchType,
  bool,
  Column,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  int8,
  int16,
  int32,
  list,
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

export function float64Column(values: Float64Array): Column<number> {
  return columnOf(float64(), values.length, { values });
}

export function int32Column(values: Int32Array): Column<number> {
  return columnOf(int32(), values.length, { values });
}

/** From bytes that are 0 or 1. */
export function boolColumn(values: Uint8Array): Column<boolean> {
  const bits = new Uint8Array((values.length + 7) >> 3);
  values.forEach((value, i) => {
    if (value !== 0) bits[i >> 3] = bits[i >> 3]! | (1 << (i & 7));
  });
  return columnOf(bool(), values.length, { values: bits });
}

/** Instants in µs since 1970, as `timestamp[us, UTC]`. */
export function instantColumn(values: Float64Array): Column<number> {
  return columnOf(timestamp(TimeUnit.MICROSECOND, 'UTC'), values.length, {
    values: BigInt64Array.from(values, (value) => BigInt(value)),
  });
}

/** Codes into a dictionary of texts. The codes take as few bytes as the size of the dictionary allows. */
export function dictionaryColumn(codes: ArrayLike<number>, texts: readonly string[]): Column<string> {
  const batch = dictionaryBatch(codes, texts);
  return new Column([batch], batch.type);
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

/** Per row a list of doubles. */
export function float64ListColumn(offsets: Int32Array, values: Float64Array): Column<Float64Array> {
  const child = batchOf(float64(), values.length, { values });
  return columnOf(list(float64()), offsets.length - 1, { offsets, children: [child] });
}

interface Buffers {
  readonly values?: TypedArray;
  readonly offsets?: Int32Array;
  readonly children?: readonly Batch<unknown>[];
}

function dictionaryBatch(codes: ArrayLike<number>, texts: readonly string[]): DictionaryBatch {
  const textType = utf8();
  const [indexType, values] =
    texts.length <= 0x7f
      ? [int8(), Int8Array.from(codes)]
      : texts.length <= 0x7fff
        ? [int16(), Int16Array.from(codes)]
        : [int32(), Int32Array.from(codes)];
  const batch = batchOf<string>(dictionary(textType, indexType), values.length, { values }) as DictionaryBatch;
  return batch.setDictionary(columnFromArray([...texts], textType));
}

function columnOf<T>(type: DataType, length: number, buffers: Buffers): Column<T> {
  return new Column<T>([batchOf<T>(type, length, buffers)], type);
}

function batchOf<T>(type: DataType, length: number, buffers: Buffers): Batch<T> {
  const BatchType = batchType(type) as new (options: object) => Batch<T>;
  return new BatchType({ length, nullCount: 0, type, validity: NO_NULLS, ...buffers });
}
