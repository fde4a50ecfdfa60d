import { describe, expect, it } from 'vitest';
import { en } from '../../ui/words/en.ts';
import { addTags } from './add-tags.ts';

const unlucky = { key: 'omikuji', value: '凶' };

describe('addTags', () => {
  it('adds what was typed to what there is', () => {
    expect(addTags([unlucky], 'error=true note="a b"', en)).toEqual({
      kind: 'tags',
      tags: [unlucky, { key: 'error', value: 'true' }, { key: 'note', value: 'a b' }],
    });
    expect(addTags([unlucky], ' ', en)).toEqual({ kind: 'tags', tags: [unlucky] });
  });

  it.each<[string, number, string]>([
    ['a=1 error', 4, 'No value for “error”: write error=true or the like'],
    ['error=', 0, 'No value for “error”: write error=true or the like'],
    ['=true', 0, 'No key before “=true”: write key=value'],
    ['a="b c', 2, 'The quote does not end: "b'],
    ['omikuji=吉', 0, 'A key can have one value only: omikuji=吉'],
    [`${'a'.repeat(3000)}=1`, 0, 'No more than 2\u202f048 characters in all'],
    [Array.from({ length: 20 }, (_, i) => `k${i}=1`).join(' '), 104, 'No more than 20 tags'],
  ])('says where %j is wrong', (typed, at, message) => {
    expect(addTags([unlucky], typed, en)).toEqual({ kind: 'error', at, message });
  });
});
