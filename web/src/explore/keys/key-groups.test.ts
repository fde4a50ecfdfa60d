import { describe, expect, it } from 'vitest';
import type { GroupKey } from '#core/analysis/group-key.ts';
import type { RankedKey } from '#core/analysis/rank/ranked-key.ts';
import { keyGroups } from './key-groups.ts';

function ranked(key: GroupKey, patch: Partial<RankedKey> = {}): RankedKey {
  const numbers = { traces: 9, values: 2, explained: 0.1, most: 0.5, p: 0.001, pAdjusted: 0.01 };
  const rest = { setAside: undefined, isTooFew: false, direction: undefined, aliases: [], sameTraces: undefined };
  return { key, ...numbers, ...rest, ...patch };
}

const omikuji: GroupKey = { scope: 'event', key: 'omikuji' };
const eventName: GroupKey = { scope: 'event', key: 'event' };
const call = (n: number): GroupKey => ({ scope: 'trace', key: `calls demo op${n}` });
const all = () => true;
const names = (keys: readonly { readonly key: GroupKey }[]) => keys.map(({ key }) => key.key);

describe('the keys of the rail', () => {
  it('are those of the answer by name, until the ranking is there', () => {
    const keys = [
      { key: { scope: 'tag', key: 'a' }, traces: 1, values: 1, setAside: undefined },
      { key: { scope: 'tag', key: 'b' }, traces: 1, values: 1, setAside: 'one-value' },
    ] as const;
    const groups = keyGroups({ keys }, undefined, false, all);
    expect([names(groups.useful), names(groups.setAside), groups.folded]).toEqual([['a'], ['b'], 0]);
  });

  it('fold operations that say nothing, and more than a handful that do', () => {
    const ranking = [
      ranked(omikuji),
      ...[1, 2, 3, 4, 5, 6].map((n) => ranked(call(n))),
      ranked(call(7), { pAdjusted: 1 }),
    ];
    const groups = keyGroups({ keys: [] }, ranking, false, all);
    expect(names(groups.useful)).toHaveLength(6);
    expect(groups.folded).toBe(2);
    expect(keyGroups({ keys: [] }, ranking, true, all).useful).toHaveLength(8);
  });

  it('show aliases only to those who look for them', () => {
    const ranking = [ranked(omikuji, { aliases: [eventName] })];
    expect(names(keyGroups({ keys: [] }, ranking, false, all).useful)).toEqual(['omikuji']);
    const isFound = ({ key }: GroupKey) => key === 'event';
    expect(names(keyGroups({ keys: [] }, ranking, true, isFound).useful)).toEqual(['event']);
  });

  it('do not set aside what nobody wrote', () => {
    const ranking = [ranked({ scope: 'trace', key: 'error' }, { setAside: 'one-value' })];
    expect(keyGroups({ keys: [] }, ranking, false, all).setAside).toEqual([]);
    expect(names(keyGroups({ keys: [] }, ranking, true, all).setAside)).toEqual(['error']);
  });
});
