import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextInterner } from './text-interner.ts';

describe('a text interner', () => {
  it('counts codes up from 0 in the order in which texts first come', () => {
    const interner = new TextInterner();
    expect(['b', 'a', 'b', '', '__proto__', 'a'].map((text) => interner.codeOf(text))).toEqual([0, 1, 0, 2, 3, 1]);
    expect(interner.texts).toEqual(['b', 'a', '', '__proto__']);
  });

  it('gives every text a code of its own, by which it is found', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 3 })), (texts) => {
        const interner = new TextInterner();
        const codes = texts.map((text) => interner.codeOf(text));
        expect(codes.map((code) => interner.texts[code])).toEqual(texts);
        expect(interner.texts).toHaveLength(new Set(texts).size);
      }),
    );
  });
});
