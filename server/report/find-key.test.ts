import { describe, expect, it } from 'vitest';
import { tableFromDrawings } from '#core/testing/table-from-drawings.ts';
import { findKey } from './find-key.ts';

const TABLE = tableFromDrawings(`
  shop pay {user=7, error=true, tag:odd=1} @2 paid {user=8, sum=9}   |====|
    db SELECT                                                        | == |
`);

describe('the key that a text means', () => {
  it.each([
    ['sum', { scope: 'event', key: 'sum' }],
    ['user', { scope: 'event', key: 'user' }],
    ['tag:user', { scope: 'tag', key: 'user' }],
    ['tag:odd', { scope: 'tag', key: 'tag:odd' }],
    ['error', { scope: 'tag', key: 'error' }],
    ['trace:error', { scope: 'trace', key: 'error' }],
    ['root', { scope: 'trace', key: 'root' }],
    ['trace:calls db SELECT', { scope: 'trace', key: 'calls db SELECT' }],
  ])('%s', (text, key) => expect(findKey(TABLE, text)).toEqual(key));

  it.each(['fortune', 'resource:user', 'trace:user', 'trace:calls db INSERT', 'tag:', ''])(
    'is none where no trace carries it: "%s"',
    (text) => expect(findKey(TABLE, text)).toBeUndefined(),
  );
});
