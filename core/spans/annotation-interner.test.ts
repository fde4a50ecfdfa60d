import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnnotationInterner } from './annotation-interner.ts';

const anyAnnotation = fc.record({
  scope: fc.constantFrom('event' as const, 'tag' as const, 'resource' as const),
  key: fc.constantFrom('a', 'b', '', '__proto__', 'constructor'),
  value: fc.constantFrom('a', 'b', '', '__proto__', '凶'),
});

describe('an annotation interner', () => {
  it('gives a code to each scope, key and value, and an index to each scope and key', () => {
    const interner = new AnnotationInterner();
    expect(interner.codeOf('event', 'omikuji', '凶')).toBe(0);
    expect(interner.codeOf('tag', 'omikuji', '凶')).toBe(1);
    expect(interner.codeOf('event', 'omikuji', '吉')).toBe(2);
    expect(interner.codeOf('event', 'omikuji', '凶')).toBe(0);
    expect(interner.dictionary).toEqual({
      keyOfCode: [0, 1, 0],
      values: ['凶', '凶', '吉'],
      keys: [
        { scope: 'event', key: 'omikuji' },
        { scope: 'tag', key: 'omikuji' },
      ],
    });
  });

  it('gives back by its code what it was given, each thing once', () => {
    fc.assert(
      fc.property(fc.array(anyAnnotation), (annotations) => {
        const interner = new AnnotationInterner();
        const codes = annotations.map(({ scope, key, value }) => interner.codeOf(scope, key, value));
        const { keyOfCode, keys, values } = interner.dictionary;
        expect(codes.map((code) => ({ ...keys[keyOfCode[code]!]!, value: values[code] }))).toEqual(annotations);
        const distinct = new Set(annotations.map(({ scope, key, value }) => JSON.stringify([scope, key, value])));
        expect(values).toHaveLength(distinct.size);
        expect(keys).toHaveLength(new Set(annotations.map(({ scope, key }) => `${scope}:${key}`)).size);
      }),
    );
  });
});
