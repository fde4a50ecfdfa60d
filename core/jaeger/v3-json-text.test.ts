import { expect, it } from 'vitest';
import { v3JsonText } from './v3-json-text.ts';
import type { V3Value } from './v3-wire.ts';

function array(...values: readonly V3Value[]): V3Value {
  return { arrayValue: { values } };
}

it('writes an array with every type in it', () => {
  const all = array(
    { stringValue: '<凶> "\u2028' },
    { boolValue: false },
    { intValue: '9223372036854775807' },
    { intValue: 7 },
    { doubleValue: 1e-7 },
    { doubleValue: 1e21 },
    { doubleValue: -0 },
    { doubleValue: '2.5' },
    { bytesValue: 'AA==' },
    { bytesValue: '' },
    {},
    array(),
    { arrayValue: {} },
  );
  expect(v3JsonText(all)).toBe(
    '["<凶> \\"\\u2028",false,9223372036854775807,7,1e-7,1e+21,-0,2.5,"AA==",null,null,[],[]]',
  );
});

it('sorts the keys of a map by their bytes, and keeps the last of two', () => {
  const keys = ['b', '\u{1f38b}', '\uff5e', 'a', 'ab', ''];
  const values = [
    { key: 'a', value: { intValue: '0' } },
    ...keys.map((key, index) => ({ key, value: { intValue: index } })),
    { key: 'none' },
  ];
  expect(v3JsonText({ kvlistValue: { values } })).toBe(
    '{"":5,"a":3,"ab":4,"b":0,"none":null,"\uff5e":2,"\u{1f38b}":1}',
  );
  expect(v3JsonText({ kvlistValue: {} })).toBe('{}');
});

it('is empty where a number has no JSON, however deep', () => {
  expect(v3JsonText(array({ doubleValue: 'NaN' }))).toBe('');
  expect(v3JsonText({ kvlistValue: { values: [{ key: 'k', value: array({ doubleValue: '-Infinity' }) }] } })).toBe('');
});
