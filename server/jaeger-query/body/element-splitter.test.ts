import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ElementSplitter, SplitFault } from './element-splitter.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const LEGACY = { path: ['data'], failureKey: 'errors', canBeEmpty: false };
const V3 = { path: ['result', 'resourceSpans'], failureKey: 'error', canBeEmpty: true };

/** Elements and summary of `body` when it arrives in pieces of `sizes` bytes (repeated as often as needed). */
function split(body: string | Uint8Array, format = LEGACY, sizes: readonly number[] = [Number.MAX_SAFE_INTEGER]) {
  const bytes = typeof body === 'string' ? encoder.encode(body) : body;
  const splitter = new ElementSplitter(format, 1e6);
  const elements: string[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    elements.push(...splitter.push(bytes.subarray(at, at + size)).map(({ bytes: json }) => decoder.decode(json)));
    at += size;
  }
  return { elements, ...splitter.end() };
}

/** What the splitter has to find, by parsing the whole body. */
function slowTwin(body: string, path: readonly string[]): readonly unknown[] {
  let value: unknown = JSON.parse(body);
  for (const key of path) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('ElementSplitter', () => {
  it('cuts the elements of the array and reads the failure', () => {
    expect(split('{"data":[{"a":1},{"b":[2]}],"total":0,"errors":[{"code":500,"msg":"x"}]}')).toEqual({
      elements: ['{"a":1}', '{"b":[2]}'],
      isComplete: true,
      isEmpty: false,
      hasPath: true,
      failure: '[{"code":500,"msg":"x"}]',
    });
    expect(split('{ "result" : { "resourceSpans" : [ {"a":{"b":1}} , 2 ] } , "error" : null }', V3)).toEqual({
      elements: ['{"a":{"b":1}} ', '2 '],
      isComplete: true,
      isEmpty: false,
      hasPath: true,
      failure: ' null ',
    });
  });

  it('takes neither the items of a failure nor a deeper array for elements', () => {
    const body =
      '{"errors":[{"msg":"no"}],"other":{"data":[{"no":1}]},"list":[{"data":[{"no":2}]}],"data":[{"yes":1}]}';
    expect(split(body).elements).toEqual(['{"yes":1}']);
  });

  it.each([
    '{"resourceSpans":[1]}',
    '{"result":[{"resourceSpans":[1]}]}',
    '{"result":{"result":{"resourceSpans":[1]}}}',
    '{"result":{"resourceSpans":{"resourceSpans":[1]}}}',
    '{"result":{"x":[{"resourceSpans":[1]}],"y":{"resourceSpans":[1]}}}',
    '{"x":{"resourceSpans":[1]},"result":{}}',
    '{"resourceSpans":{"result":[1]}}',
    '{"result":"resourceSpans","x":[1]}',
    '{"result":{"x":"resourceSpans","y":[1],"resourceSpans":"[1]"}}',
    '{"result":{"x":{}},"resourceSpans":[1]}',
  ])('finds nothing off the path in %s', (body) => {
    expect(split(body, V3)).toMatchObject({ elements: [], isComplete: true });
  });

  it('finds the array after whatever stands before it, and goes on after it', () => {
    const body =
      '{"x":{"result":{"resourceSpans":[0]}},"result":{"a":[[9]],"resourceSpans":[1,[2],"3"],"z":{}},"error":{}}';
    expect(split(body, V3)).toMatchObject({ elements: ['1', '[2]', '"3"'], failure: '{}' });
  });

  it('takes the keys as values for what they are', () => {
    expect(split('{"kind":"data","list":[{"no":1}],"x":["data",{"no":2}],"data":[{"yes":1}]}').elements).toEqual([
      '{"yes":1}',
    ]);
  });

  it('reads an escaped key as JSON does', () => {
    expect(split('{"d\\u0061ta":[1]}').elements).toEqual(['1']);
    expect(split('{"res\\u0075lt":{"\\u0072esourceSpans":[1]}}', V3).elements).toEqual(['1']);
  });

  it.each(['{"data":null}', '{"data":[]}', '{"data":{}}', '{"data":[ ]}'])('finds no element in %s', (body) => {
    expect(split(body)).toMatchObject({ elements: [], isComplete: true, hasPath: true });
  });

  it('tells what a body without elements is', () => {
    expect(split('{}', V3)).toMatchObject({ isComplete: true, isEmpty: true, hasPath: false });
    expect(split('{"result":{}}', V3)).toMatchObject({ isComplete: true, isEmpty: false, hasPath: true });
    expect(split('{"services":["a"]}')).toMatchObject({ isComplete: true, isEmpty: false, hasPath: false });
  });

  it('tells a body that broke off at any byte from a whole one', () => {
    const body = '{"data":[{"a":"}]\\"","b":{}},2],"errors":null}';
    for (let end = 0; end < body.length; end++) expect(split(body.slice(0, end)).isComplete).toBe(false);
    expect(split(`${body}\n`)).toMatchObject({ isComplete: true, failure: 'null' });
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
      const splitter = new ElementSplitter(LEGACY, 10);
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

  it('drops a key or a failure that is too long without losing its place', () => {
    const long = 'x'.repeat(100_000);
    const body = `{"${long}":1,"errors":["${long}"],"data":[1]}`;
    expect(split(body, LEGACY, [1000])).toMatchObject({ elements: ['1'], isComplete: true, failure: undefined });
  });

  const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 });
  const tricky = fc.constantFrom(
    'data',
    'errors',
    'result',
    'resourceSpans',
    '"',
    '\\',
    '}]{[',
    '凶',
    '😀',
    '\u0000',
    ',:',
  );
  // No backslash in keys: after an object with the key `a\\`, JSON.parse of Node 24 reads the key `a"` as that one (V8 guesses the next key).
  const key = fc.oneof(tricky, fc.string()).filter((text) => !text.includes('\\'));
  const value = fc.jsonValue({ maxDepth: 4 });
  const text = fc.oneof(tricky, fc.string({ unit: 'binary' }));
  const element = fc.oneof(value, text, fc.dictionary(key, fc.oneof(value, text)));
  const indent = fc.constantFrom(undefined, 1, '\t');

  it('finds what JSON.parse finds, however the body is cut', () => {
    const body = fc
      .tuple(fc.dictionary(key, value), fc.option(fc.array(element)), indent)
      .map(([rest, data, space]) => JSON.stringify(data === null ? rest : { ...rest, data }, null, space));
    fc.assert(
      fc.property(body, sizes, (json, cuts) => {
        const found = split(json, LEGACY, cuts);
        expect(found.isComplete).toBe(true);
        expect(found.elements.map((element) => JSON.parse(element))).toEqual(slowTwin(json, LEGACY.path));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds what JSON.parse finds two keys deep, beside the same keys elsewhere', () => {
    const decoy = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('result', 'resourceSpans', 'error', 'x'), tie('any')),
      ),
    })).any;
    const body = fc
      .tuple(
        fc.dictionary(key, decoy),
        fc.dictionary(key, decoy),
        fc.option(fc.array(fc.oneof(element, decoy))),
        indent,
      )
      .map(([outer, inner, spans, space]) => {
        const result = spans === null ? inner : { ...inner, resourceSpans: spans };
        return JSON.stringify({ ...outer, result }, null, space);
      });
    fc.assert(
      fc.property(body, sizes, (json, cuts) => {
        const found = split(json, V3, cuts);
        expect(found.isComplete).toBe(true);
        expect(found.elements.map((element) => JSON.parse(element))).toEqual(slowTwin(json, V3.path));
      }),
      { numRuns: 2000 },
    );
  });

  it('throws nothing but its own fault on garbage, and keeps no more than it was given', () => {
    const piece = fc.oneof(
      fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '"result"', '"resourceSpans"', '"error"', '{"result":{'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const garbage = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => encoder.encode(pieces.join(''))),
      fc
        .array(piece, { maxLength: 30 })
        .map((pieces) => encoder.encode(`{"result":{"resourceSpans":[${pieces.join('')}`)),
      fc.uint8Array({ maxLength: 100 }),
    );
    fc.assert(
      fc.property(garbage, sizes, (bytes, cuts) => {
        try {
          const { elements } = split(bytes, V3, cuts);
          expect(elements.length).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(SplitFault);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
