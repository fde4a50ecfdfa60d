import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TAG_CONDITIONS, parseTagConditions, tagConditionsText } from './tag-conditions.ts';

/** `a=b|c=d`, or the error. */
function parsed(text: string): string {
  const result = parseTagConditions(text);
  return result.kind === 'error'
    ? `${result.reason} at ${result.at}`
    : result.conditions.map(({ key, value }) => `${key}=${value}`).join('|');
}

describe('parseTagConditions', () => {
  it.each([
    ['omikuji=凶', 'omikuji=凶'],
    ['http.status_code=200 error=true', 'http.status_code=200|error=true'],
    ['  a=b\t c=d\n', 'a=b|c=d'],
    ['omikuji=凶\u3000error=true', 'omikuji=凶|error=true'],
    ['', ''],
    ['   ', ''],
    ['http.url="a b"', 'http.url=a b'],
    ['note="she said \\"hi\\""', 'note=she said "hi"'],
    ['path=a\\ b', 'path=a b'],
    ['path="C:\\\\temp"', 'path=C:\\temp'],
    ['path=end\\', 'path=end\\'],
    ['a=x"y z"w', 'a=xy zw'],
    ['"a b"=c', 'a b=c'],
    ['url=http://x/?q=1', 'url=http://x/?q=1'],
    ['n=007', 'n=007'],
    ['a=""', 'a='],
    ['a=b a=b', 'a=b'],
    ['__proto__=x', '__proto__=x'],
  ])('reads %j', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  it.each([
    ['=x', 'no-key at 0'],
    ['a=b ""=x', 'no-key at 4'],
    ['a=b = c', 'no-key at 4'],
    ['a=b 凶', 'no-value at 4'],
    ['omikuji=', 'no-value at 0'],
    ['omikuji= 凶', 'no-value at 0'],
    ['a=b c="d e', 'open-quote at 6'],
    ['a=b "c=d', 'open-quote at 4'],
    ['a=b a=c', 'repeated-key at 4'],
  ])('refuses %j and says where', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  it('takes twenty conditions and no more', () => {
    const texts = Array.from({ length: MAX_TAG_CONDITIONS + 1 }, (_, index) => `k${index}=v`);
    expect(parseTagConditions(texts.slice(1).join(' '))).toMatchObject({ kind: 'conditions' });
    expect(parsed(texts.join(' '))).toBe(`too-many at ${texts.slice(0, -1).join(' ').length + 1}`);
  });

  it('never throws, and points into the text', () => {
    const pieces = fc.constantFrom('a', '凶', '=', '"', '\\', ' ', '\u3000', '\n');
    fc.assert(
      fc.property(fc.array(pieces), (characters) => {
        const text = characters.join('');
        const result = parseTagConditions(text);
        if (result.kind === 'error') expect(result.at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('tagConditionsText', () => {
  it('quotes only what needs it', () => {
    const conditions = [
      { key: 'omikuji', value: '凶' },
      { key: 'note', value: 'a "b"' },
      { key: 'empty', value: '' },
    ];
    expect(tagConditionsText(conditions)).toBe('omikuji=凶 note="a \\"b\\"" empty=""');
  });

  it('is what parseTagConditions reads as the same conditions', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[ab"\\= \u3000]{0,6}$/));
    const condition = fc.record({ key: text.filter((key) => key !== ''), value: text });
    fc.assert(
      fc.property(
        fc.uniqueArray(condition, { selector: ({ key }) => key, maxLength: MAX_TAG_CONDITIONS }),
        (conditions) => {
          expect(parseTagConditions(tagConditionsText(conditions))).toEqual({ kind: 'conditions', conditions });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
