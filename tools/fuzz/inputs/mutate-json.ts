import type { Random } from './random.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Stands in a value for text of JSON that no value has: it is written without its quotes. */
const RAW = '\u0001raw:';

const raw = (text: string): string => `${RAW}${text}\u0001`;

const MAX_REPEATED_CHARACTERS = 200_000;
const LONG = 'x'.repeat(5000);
const HOSTILE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  '0',
  '\u0000',
] as const;

const VALUES: readonly Json[] = [
  ...[null, true, false, 0, -1, 1, 0.5, 1e-320, 1e300, -1e300, 2 ** 53, 2 ** 63, 2 ** 64, -(2 ** 63), 1e21],
  ...['', '0', '-1', 'ffffffffffffffff', '00000000000000000000000000000000', 'zz', '凶', '\ud800', '\u202e', LONG],
  ...['NaN', 'Infinity', '-Infinity', '18446744073709551616', '9223372036854775807', '1795424400000000000'],
  ...['__proto__', 'constructor', '=SUM(A1)', 'javascript:alert(1)', '</script>', '\u0000', 'a'.repeat(64)],
  ...[raw('1e999'), raw('-1e999'), raw('-0'), raw('123456789012345678901234567890'), raw('1E400'), raw('"\\ud83d"')],
  ...[
    [],
    {},
    [[]],
    [null],
    [{}],
    { a: {} },
    { key: 'k', value: { stringValue: 'v' } },
    { key: 'k', type: 'x', value: [] },
  ],
  deep(40),
  deep(2000),
  raw(around(20_000, '[', '', ']')),
  raw(around(20_000, '{"a":', '0', '}')),
  raw(around(5000, '{"arrayValue":{"values":[', '', ']}}')),
  raw(around(5000, '{"kvlistValue":{"values":[{"key":"k","value":', '{}', '}]}}')),
];

/** Deeper than a value can be written that is one inside the other. */
function around(levels: number, open: string, middle: string, close: string): string {
  return `${open.repeat(levels)}${middle}${close.repeat(levels)}`;
}

function deep(levels: number): Json {
  let value: Json = null;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** The document with up to five changes to its values, keys and lists, written as text. */
export function mutateJson(document: Json, random: Random): string {
  const parts = partsOf(document);
  let changed = document;
  for (let changes = random.below(6); changes > 0; changes--) {
    changed = changeOnce(changed, random.below(parts.length), random, parts);
  }
  return textOf(changed);
}

/** Every value within, that of the whole first. */
function partsOf(json: Json): readonly Json[] {
  const parts: Json[] = [];
  const waiting: Json[] = [json];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    parts.push(value);
    if (typeof value === 'object' && value !== null) waiting.push(...Object.values(value as Record<string, Json>));
  }
  return parts;
}

/** Changes the value that is the `target`-th on the way through the document. */
function changeOnce(document: Json, target: number, random: Random, parts: readonly Json[]): Json {
  let count = 0;
  function walk(json: Json, depth: number): Json {
    if (count++ === target) return changedValue(json, random, parts);
    if (typeof json !== 'object' || json === null || depth > 60) return json;
    if (isList(json)) return json.map((item) => walk(item, depth + 1));
    return objectOf(Object.entries(json).map(([key, value]) => [key, walk(value, depth + 1)]));
  }
  return walk(document, 0);
}

function changedValue(json: Json, random: Random, parts: readonly Json[]): Json {
  if (isList(json) && random.chance(0.6)) return changedList(json, random, parts);
  if (typeof json === 'object' && json !== null && !isList(json) && random.chance(0.7)) {
    return changedObject(json, random, parts);
  }
  if (typeof json === 'string' && random.chance(0.4)) return changedText(json, random);
  if (typeof json === 'number' && random.chance(0.4)) return json * random.pick([-1, 0, 1e-6, 1e6, 1e290, 0.1]);
  return random.chance(0.5) ? random.pick(VALUES) : random.pick(parts);
}

function changedList(list: readonly Json[], random: Random, parts: readonly Json[]): Json {
  const at = random.below(list.length);
  const item = list[at] ?? null;
  switch (random.below(6)) {
    case 0:
      return list.toSpliced(at, 1);
    case 1:
      return list.toSpliced(at, 0, item);
    case 2:
      return list.toSpliced(at, 0, random.pick(VALUES));
    case 3:
      return list.toSpliced(at, 1, random.pick(parts));
    case 4:
      return list.toReversed();
    default:
      return repeated(item, random.chance(0.02) ? 3000 : 20);
  }
}

/** As often, or as often as stays a text of ordinary length. */
function repeated(item: Json, times: number): readonly Json[] {
  const most = Math.floor(MAX_REPEATED_CHARACTERS / (JSON.stringify(item).length + 1));
  return Array.from({ length: Math.min(times, 1 + most) }, () => item);
}

function changedObject(object: { readonly [key: string]: Json }, random: Random, parts: readonly Json[]): Json {
  const entries = Object.entries(object);
  const at = random.below(entries.length);
  const [key, value] = entries[at] ?? ['', null];
  switch (random.below(5)) {
    case 0:
      return objectOf(entries.toSpliced(at, 1));
    case 1:
      return objectOf(entries.toSpliced(at, 1, [key, random.pick(VALUES)]));
    case 2:
      return objectOf(entries.toSpliced(at, 1, [random.pick(HOSTILE_KEYS), value]));
    case 3:
      return objectOf([...entries, [random.pick(HOSTILE_KEYS), random.pick([...VALUES, { polluted: true }])]]);
    default:
      return objectOf(entries.toSpliced(at, 1, [key, random.pick(parts)]));
  }
}

function changedText(text: string, random: Random): string {
  const at = random.below(text.length);
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text + text;
    case 2:
      return `${text.slice(0, at)}${random.pick(['\u0000', '0', 'g', '=', '"', '\ud800', '\\'])}${text.slice(at + 1)}`;
    default:
      return text.toUpperCase();
  }
}

/** `__proto__` is a key like any other, as it is in what `JSON.parse` makes. */
function objectOf(entries: readonly (readonly [string, Json])[]): { readonly [key: string]: Json } {
  const object: { [key: string]: Json } = {};
  for (const [key, value] of entries) {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return object;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function textOf(json: Json): string {
  return JSON.stringify(json).replaceAll(/"\\u0001raw:(.*?)\\u0001"/g, (_, text: string) =>
    text.replaceAll('\\"', '"').replaceAll('\\\\', '\\'),
  );
}
