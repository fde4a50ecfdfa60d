import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealedBytes, unsealedBytes } from './sealed-bytes.ts';

const words = fc.uint8Array({ maxLength: 64 }).map((bytes) => bytes.slice(0, bytes.length & ~3));

describe('sealed bytes', () => {
  it('are as they were, wherever they begin', () => {
    fc.assert(
      fc.property(words, fc.nat(7), (bytes, offset) => {
        const sealed = sealedBytes(bytes);
        expect(unsealedBytes(sealed)).toEqual(bytes);
        const moved = new Uint8Array(offset + sealed.length);
        moved.set(sealed, offset);
        expect(unsealedBytes(moved.subarray(offset))).toEqual(bytes);
      }),
    );
  });

  it('are refused with any one or two bits changed', () => {
    const sealed = sealedBytes(Uint8Array.from({ length: 24 }, (_, index) => index * 7));
    const bits = sealed.length * 8;
    const flipped = (bytes: Uint8Array, bit: number) => bytes.with(bit >> 3, bytes[bit >> 3]! ^ (1 << (bit & 7)));
    for (let first = 0; first < bits; first++) {
      const once = flipped(sealed, first);
      expect(unsealedBytes(once)).toBeUndefined();
      for (let second = first + 1; second < bits; second++)
        expect(unsealedBytes(flipped(once, second))).toBeUndefined();
    }
  });

  it('are refused cut anywhere, and longer', () => {
    const sealed = sealedBytes(Uint8Array.from({ length: 24 }, (_, index) => index));
    for (let length = 0; length < sealed.length; length++) {
      expect(unsealedBytes(sealed.subarray(0, length))).toBeUndefined();
    }
    expect(unsealedBytes(Uint8Array.from([...sealed, 0, 0, 0, 0]))).toBeUndefined();
  });
});
