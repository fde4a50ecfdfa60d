import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TraceSplitter } from './split-traces.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Elements and summary of `body` when it arrives in pieces of `sizes` bytes (repeated as often as needed). */
function split(body: string, sizes: readonly number[] = [Number.MAX_SAFE_INTEGER], maxElementBytes = 1e6) {
  const bytes = encoder.encode(body);
  const splitter = new TraceSplitter(maxElementBytes);
  const elements: string[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    elements.push(...splitter.push(bytes.subarray(at, at + size)).map(({ bytes: json }) => decoder.decode(json)));
    at += size;
  }
  return { elements, ...splitter.end() };
}

/** What the splitter has to find, by parsing the whole body. */
function slowTwin(body: string) {
  const envelope: unknown = JSON.parse(body);
  const data = (envelope as Record<string, unknown>).data;
  return Array.isArray(data) ? data : [];
}

describe('TraceSplitter', () => {
  it('cuts the elements of data and reads errors', () => {
    expect(split('{"data":[{"a":1},{"b":[2]}],"total":0,"errors":[{"code":500,"msg":"x"}]}')).toEqual({
      elements: ['{"a":1}', '{"b":[2]}'],
      isComplete: true,
      hasData: true,
      errors: '[{"code":500,"msg":"x"}]',
    });
  });

  it('takes neither the items of errors nor a deeper data for traces', () => {
    const body =
      '{"errors":[{"msg":"no"}],"other":{"data":[{"no":1}]},"list":[{"data":[{"no":2}]}],"data":[{"yes":1}]}';
    expect(split(body).elements).toEqual(['{"yes":1}']);
  });

  it('takes the word data as value for what it is', () => {
    expect(split('{"kind":"data","list":[{"no":1}],"x":["data",{"no":2}],"data":[{"yes":1}]}').elements).toEqual([
      '{"yes":1}',
    ]);
  });

  it('reads an escaped key as JSON does', () => {
    expect(split('{"d\\u0061ta":[1]}').elements).toEqual(['1']);
  });

  it.each(['{"data":null}', '{"data":[]}', '{"data":{}}', '{"data":[ ]}'])('finds no element in %s', (body) => {
    expect(split(body)).toMatchObject({ elements: [], isComplete: true, hasData: true });
  });

  it('tells an envelope without data', () => {
    expect(split('{"services":["a"]}')).toMatchObject({ elements: [], isComplete: true, hasData: false });
  });

  it('tells a body that broke off at any byte from a whole one', () => {
    const body = '{"data":[{"a":"}]\\"","b":{}},2],"errors":null}';
    for (let end = 0; end < body.length; end++) expect(split(body.slice(0, end)).isComplete).toBe(false);
    expect(split(`${body}\n`)).toMatchObject({ isComplete: true, errors: 'null' });
  });

  it.each([
    ['<!DOCTYPE html>', 'not-an-object'],
    ['404 page not found', 'not-an-object'],
    ['[1]', 'not-an-object'],
    ['{"data":[]} {"data":[]}', 'garbage'],
  ])('refuses %s', (body, reason) => {
    expect(() => split(body)).toThrow(expect.objectContaining({ name: 'SplitFault', reason }));
  });

  it('keeps only the beginning of an element that is too long, and goes on with the next', () => {
    const long = `{"id":7,"a":"${'x'.repeat(100)}"}`;
    for (const size of [1, 7, 1000]) {
      const splitter = new TraceSplitter(10);
      const body = encoder.encode(`{"data":[${long},{"b":2}]}`);
      const found = [];
      for (let at = 0; at < body.length; at += size) found.push(...splitter.push(body.subarray(at, at + size)));
      expect(found.map(({ bytes, length }) => [decoder.decode(bytes), length])).toEqual([
        ['{"id":7,"a', long.length],
        ['{"b":2}', 7],
      ]);
      expect(splitter.end().isComplete).toBe(true);
    }
  });

  it('drops a key or errors that are too long without losing its place', () => {
    const long = 'x'.repeat(100_000);
    const body = `{"${long}":1,"errors":["${long}"],"data":[1]}`;
    expect(split(body, [1000])).toEqual({ elements: ['1'], isComplete: true, hasData: true, errors: undefined });
  });

  it('finds what JSON.parse finds, however the body is cut', () => {
    const tricky = fc.constantFrom('data', 'errors', '"', '\\', '}]{[', '凶', '😀', '\u0000', ',:');
    const key = fc.oneof(tricky, fc.string());
    const value = fc.jsonValue({ maxDepth: 4 });
    const text = fc.oneof(tricky, fc.string({ unit: 'binary' }));
    const element = fc.oneof(value, text, fc.dictionary(key, fc.oneof(value, text)));
    const body = fc
      .tuple(fc.dictionary(key, value), fc.option(fc.array(element)), fc.constantFrom(undefined, 1, '\t'))
      .map(([rest, data, indent]) => JSON.stringify(data === null ? rest : { ...rest, data }, null, indent));
    fc.assert(
      fc.property(body, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (text, sizes) => {
        const found = split(text, sizes);
        expect(found.isComplete).toBe(true);
        expect(found.elements.map((json) => JSON.parse(json))).toEqual(slowTwin(text));
      }),
      { numRuns: 1000 },
    );
  });
});
