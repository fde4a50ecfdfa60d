import { describe, expect, it } from 'vitest';
import { NONE, valueGroup } from '#core/analysis/group.ts';
import { EVENT_NAME_KEY } from '#core/spans/span-table.ts';
import { addMicros, MINUTE, SECOND, unixMicros } from '#core/units.ts';
import { values } from '../../ui/words/en/values.ts';
import { filterText } from './filter-text.ts';

const key = { scope: 'event', key: 'omikuji' } as const;

describe('filterText', () => {
  it('says which groups pass', () => {
    const groups = [valueGroup('吉'), valueGroup('中吉')];
    expect(filterText({ kind: 'groups', mode: 'include', key, groups }, { values })).toBe('omikuji is 吉 or 中吉');
  });

  it('says which groups do not', () => {
    const groups = [valueGroup('大吉'), NONE, valueGroup('')];
    expect(filterText({ kind: 'groups', mode: 'exclude', key, groups }, { values })).toBe(
      'omikuji is not 大吉, (none) or (empty)',
    );
  });

  it('names three of many', () => {
    const groups = ['a', 'b', 'c', 'd', 'e'].map(valueGroup);
    expect(filterText({ kind: 'groups', mode: 'include', key, groups }, { values })).toBe(
      'omikuji is a, b, c or 2 others',
    );
  });

  it('names the text of an event by a word', () => {
    const name = { scope: 'event', key: EVENT_NAME_KEY } as const;
    const groups = [valueGroup('残念でした')];
    expect(filterText({ kind: 'groups', mode: 'include', key: name, groups }, { values })).toBe(
      'event name is 残念でした',
    );
  });

  it('gives the ends of a box, with seconds where it is short', () => {
    const from = unixMicros(1_795_444_200_000_000);
    const box = { from, to: addMicros(from, 9 * MINUTE), min: 460_000, max: 1_700_000 };
    expect(filterText({ kind: 'box', box }, { values }, 'UTC')).toBe('14:30–14:39, 460\u202fms–1.70\u202fs');
    const short = { ...box, to: addMicros(from, 30 * SECOND) };
    expect(filterText({ kind: 'box', box: short }, { values }, 'UTC')).toBe(
      '14:30:00–14:30:30, 460\u202fms–1.70\u202fs',
    );
  });
});
