import { Thrift } from 'thrift';
import { describe, expect, it } from 'vitest';
import { BadThrift } from './bad-thrift.ts';
import { written } from './testing/write-batch.ts';
import { type ThriftEncoding, ThriftReader } from './thrift-reader.ts';

const LARGEST = 0x7fff_ffff;

/** The reader of bytes that announce far more than there is. */
function announced(encoding: ThriftEncoding, size: number, what: 'list' | 'bytes'): ThriftReader {
  const bytes = written(encoding, (out) => {
    if (what === 'list') out.writeListBegin(Thrift.Type.STRUCT, size);
    else out.writeI32(size);
  });
  if (what === 'list' || encoding === 'binary') return new ThriftReader(bytes, encoding);
  return new ThriftReader(varint(size), encoding);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = BigInt(value); ; rest >>= 7n) {
    if (rest < 0x80n) return Buffer.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 0x7fn) | 0x80);
  }
}

function allocated(run: () => void): number {
  const before = process.memoryUsage().arrayBuffers;
  run();
  return process.memoryUsage().arrayBuffers - before;
}

describe.each<ThriftEncoding>(['compact', 'binary'])('in the %s protocol', (encoding) => {
  it('a list that cannot be there is refused before anything is made of it', () => {
    expect(() => announced(encoding, LARGEST, 'list').list()).toThrow(
      new BadThrift('2147483647 elements are announced, but only 0 bytes are left'),
    );
  });

  it('a text and bytes that cannot be there are refused before anything is made of them', () => {
    const size = allocated(() => {
      for (const read of ['string', 'bytes'] as const) {
        expect(() => announced(encoding, LARGEST, 'bytes')[read]()).toThrow(
          new BadThrift('2147483647 bytes are announced, but only 0 are left'),
        );
      }
    });
    expect(size).toBeLessThan(2 ** 20);
  });

  it('a skipped list that cannot be there ends with the bytes', () => {
    expect(() => announced(encoding, LARGEST, 'list').skip(Thrift.Type.LIST)).toThrow(BadThrift);
  });

  it('what is skipped may be 64 levels deep', () => {
    const nested = (levels: number): Buffer =>
      written(encoding, (out) => {
        for (let level = 1; level < levels; level++) out.writeListBegin(Thrift.Type.LIST, 1);
        out.writeListBegin(Thrift.Type.I32, 0);
      });
    const reader = new ThriftReader(nested(64), encoding);
    reader.skip(Thrift.Type.LIST);
    expect(reader.isAtEnd).toBe(true);
    expect(() => new ThriftReader(nested(65), encoding).skip(Thrift.Type.LIST)).toThrow(BadThrift);
    expect(() => new ThriftReader(nested(50_000), encoding).skip(Thrift.Type.LIST)).toThrow(BadThrift);
  });

  it('an unknown type cannot be skipped', () => {
    expect(() => new ThriftReader(Buffer.alloc(100), encoding).skip(-1 as Thrift.Type)).toThrow(
      new BadThrift('Unknown data type 255'),
    );
  });
});

it('a number without end is refused', () => {
  const endless = new ThriftReader(Buffer.alloc(1_000, 0xff), 'compact');
  expect(() => endless.i64()).toThrow(new BadThrift('Variable-length int over 10 bytes.'));
});

it('a length that is negative is refused', () => {
  const bytes = Buffer.from([0xff, 0xff, 0xff, 0xff]);
  expect(() => new ThriftReader(bytes, 'binary').string()).toThrow(new BadThrift('Negative string size'));
  expect(() => new ThriftReader(Buffer.from([0x0c, ...bytes]), 'binary').list()).toThrow(BadThrift);
});

it('bytes are a copy that does not keep the message', () => {
  const message = Buffer.from([0, 0, 0, 2, 7, 8]);
  const value = new ThriftReader(message, 'binary').bytes();
  expect(value).toEqual(Uint8Array.of(7, 8));
  expect(value.buffer.byteLength).toBe(2);
});
