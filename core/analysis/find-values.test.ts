import { expect, it } from 'vitest';
import { tableFromDrawings } from '../testing/table-from-drawings.ts';
import { findValues } from './find-values.ts';

const table = tableFromDrawings(`
  demo /handler {user=Anna} @1 {omikuji=凶} |==|

  demo /handler {user=Johanna} @1 {omikuji=吉} |===|
`);

it('values are found by a part of them, whatever the case, with their key', () => {
  const found = (text: string, most = 5) =>
    findValues(table, text, most).map(({ key, value }) => `${key.key}=${value}`);
  expect(found('ANNA')).toEqual(['user=Anna', 'user=Johanna']);
  expect(found('anna', 1)).toEqual(['user=Anna']);
  expect(found('凶')).toEqual(['omikuji=凶']);
  expect(found('')).toEqual([]);
  expect(found('nobody')).toEqual([]);
});

it('texts of more than 200 letters are no values to look for', () => {
  const ofLength = (n: number) => tableFromDrawings(`demo /handler {stack=${'x'.repeat(n)}} |==|`);
  expect(findValues(ofLength(200), 'x', 5)).toHaveLength(1);
  expect(findValues(ofLength(201), 'x', 5)).toEqual([]);
});
