import { type Column, columnFromArray, tableFromColumns, tableFromIPC, tableToIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boolColumn,
  dictionaryColumn,
  dictionaryListColumn,
  instantColumn,
  numberColumn,
  structListColumn,
  textColumn,
  typedColumn,
} from './arrow-columns.ts';

/** What a reader finds in the column after it went through an Arrow stream. */
function reread(column: Column<unknown>): Column<unknown> {
  const bytes = tableToIPC(tableFromColumns({ column }), { format: 'stream' });
  if (bytes === null) throw new Error('no bytes');
  return tableFromIPC(bytes).getChild('column');
}

function typeOf(column: Column<unknown>): string {
  return Object.getPrototypeOf(column.data[0]!.values).constructor.name;
}

/** The smallest of the types that gives every number back as it was, by trying. */
function smallestExact(values: readonly number[]): string {
  const types = [Int8Array, Int16Array, Int32Array, Float64Array];
  return types.find((type) => values.every((value, i) => Object.is(type.from(values)[i], value)))!.name;
}

const anyNumber = fc.oneof(
  fc.integer({ min: -130, max: 130 }),
  fc.integer({ min: -33_000, max: 33_000 }),
  fc.integer({ min: -(2 ** 32), max: 2 ** 32 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(-128, 127, 128, -129, 32_767, 32_768, -32_768, -32_769, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -0, 0.5),
);

describe('a column of numbers', () => {
  it.each([
    [[0, 127, -128], 'Int8Array'],
    [[128], 'Int16Array'],
    [[-129], 'Int16Array'],
    [[32_767, -32_768], 'Int16Array'],
    [[32_768], 'Int32Array'],
    [[2 ** 31 - 1, -(2 ** 31)], 'Int32Array'],
    [[2 ** 31], 'Float64Array'],
    [[1, 0.5], 'Float64Array'],
    [[-0], 'Float64Array'],
    [[Number.NaN], 'Float64Array'],
    [[], 'Int8Array'],
  ])('of %j is an %s', (values, type) => {
    expect(typeOf(numberColumn(values))).toBe(type);
  });

  it('takes the smallest type that holds them all, and gives back what it was given', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 12 }), (values) => {
        const column = numberColumn(Float64Array.from(values));
        expect(typeOf(column)).toBe(smallestExact(values));
        expect(Array.from(reread(column))).toEqual(values);
      }),
    );
  });
});

describe('a column of truth values', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (values) => {
        expect(Array.from(reread(boolColumn(Uint8Array.from(values, Number))))).toEqual(values);
      }),
    );
  });
});

describe('a column of instants', () => {
  function integersOf(values: readonly number[]): readonly bigint[] {
    const batch = instantColumn(Float64Array.from(values)).data[0];
    if (!(batch?.values instanceof BigInt64Array)) throw new Error('no integers of 64 bits');
    return [...batch.values];
  }

  it('holds µs since 1970', () => {
    expect(integersOf([0, 1_795_424_400_123_456])).toEqual([0n, 1_795_424_400_123_456n]);
  });

  it('writes the integers of 64 bits that BigInt makes of the numbers', () => {
    const whole = fc.oneof(
      fc.maxSafeInteger(),
      fc.constantFrom(0, -0, -1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, -(2 ** 32), 2 ** 53, -(2 ** 63), 2 ** 63, 1e19),
    );
    fc.assert(
      fc.property(fc.array(whole), (values) => {
        expect(integersOf(values)).toEqual(values.map((value) => BigInt.asIntN(64, BigInt(value))));
      }),
    );
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => integersOf([value])).toThrow(RangeError);
  });
});

describe('a column of texts from a dictionary', () => {
  it.each([
    [0x80, 'Int8Array'],
    [0x81, 'Int16Array'],
    [0x8000, 'Int16Array'],
    [0x8001, 'Int32Array'],
  ])('of %i texts has codes in an %s, up to the last', (size, type) => {
    const texts = Array.from({ length: size }, (_, i) => `text ${i}`);
    const column = dictionaryColumn([size - 1, 0], texts);
    expect(typeOf(column)).toBe(type);
    expect(Array.from(reread(column))).toEqual([texts.at(-1), texts[0]]);
  });

  it('may be empty', () => {
    expect(Array.from(reread(dictionaryColumn([], [])))).toEqual([]);
  });
});

describe('a column of lists', () => {
  it('holds between two offsets the texts of a row', () => {
    const column = dictionaryListColumn(Int32Array.of(0, 2, 2, 3), [1, 0, 1], ['凶', '吉']);
    expect(Array.from(reread(column), (row) => Array.from(row as Iterable<string>))).toEqual([
      ['吉', '凶'],
      [],
      ['吉'],
    ]);
  });

  it('holds between two offsets the rows of other columns, side by side', () => {
    const column = structListColumn(Int32Array.of(0, 1, 3), {
      annotation: columnFromArray(['a', 'b', 'c']),
      at: numberColumn([1, 2, 3]),
    });
    expect(Array.from(reread(column), (row) => Array.from(row as Iterable<unknown>))).toEqual([
      [{ annotation: 'a', at: 1 }],
      [
        { annotation: 'b', at: 2 },
        { annotation: 'c', at: 3 },
      ],
    ]);
  });
});

describe('columns whose type is promised', () => {
  it('keep the type of their array, however small the numbers are', () => {
    expect(typeOf(reread(typedColumn(Int32Array.of(1, -1))))).toBe('Int32Array');
    expect(typeOf(reread(typedColumn(Float64Array.of(1, 0.5))))).toBe('Float64Array');
    expect(reread(typedColumn(new Float64Array(0))).toArray()).toEqual(new Float64Array(0));
    expect(typeOf(reread(dictionaryColumn([0, 1], ['a', 'b'], 'wide')))).toBe('Int32Array');
  });
});

describe('a column of plain texts', () => {
  it('gives every text back', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { maxLength: 50 }), (distinct, picks) => {
        const codes = picks.map((pick) => pick % distinct.length);
        expect([...reread(textColumn(codes, distinct))]).toEqual(codes.map((code) => distinct[code]));
      }),
      { seed: 3 },
    );
  });

  it('may be empty', () => {
    expect([...reread(textColumn([], []))]).toEqual([]);
  });
});
