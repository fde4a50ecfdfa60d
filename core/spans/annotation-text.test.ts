import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationFromText, annotationToText } from './annotation-text.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=\\a]{0,6}$/));

describe('an annotation as text', () => {
  it.each([
    ['omikuji', '凶', 'omikuji=凶'],
    ['a=b', 'c=d', 'a\\=b=c=d'],
    ['a\\', '\\', 'a\\\\=\\'],
    ['', '', '='],
  ])('of %s and %s is readable', (key, value, text) => {
    expect(annotationToText(key, value)).toBe(text);
  });

  it('is read back as the key and value it was', () => {
    fc.assert(
      fc.property(anyText, anyText, (key, value) => {
        expect(annotationFromText(annotationToText(key, value))).toEqual({ key, value });
      }),
    );
  });

  it.each(['', 'omikuji', 'a\\=b', 'a\\'])('is refused without a sign that parts it: %j', (text) => {
    expect(() => annotationFromText(text)).toThrow(RangeError);
  });
});
