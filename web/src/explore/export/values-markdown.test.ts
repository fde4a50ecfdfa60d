import { describe, expect, it } from 'vitest';
import type { GroupRow } from '#core/analysis/explore-answer.ts';
import { type Group, NONE, valueGroup } from '#core/analysis/group.ts';
import { en } from '../../ui/words/en.ts';
import { ja } from '../../ui/words/ja.ts';
import { valuesMarkdown } from './values-markdown.ts';

const key = { scope: 'event', key: 'omikuji' } as const;

function row(group: Group, patch: Partial<GroupRow> = {}): GroupRow {
  return {
    group,
    isHighlight: false,
    isIncluded: true,
    n: 1670,
    share: 0.334,
    p50: { value: 61, low: 56, high: 68 },
    p95: { value: 164, low: 139, high: 356 },
    p99: { value: 738, low: 219, high: undefined },
    shift: { value: 2, low: -5, high: 9 },
    verdict: 'no-difference',
    latencies: new Float64Array(0),
    ...patch,
  };
}

function lines(groups: readonly GroupRow[], words = en): readonly string[] {
  const highlight = groups.find(({ isHighlight }) => isHighlight)?.group;
  return valuesMarkdown({ split: undefined, key, groups, highlight }, words).replaceAll('\u202f', ' ').split('\n');
}

describe('valuesMarkdown', () => {
  it('has every row of the table with its intervals, and says which rest is meant', () => {
    expect(lines([row(valueGroup('凶'), { isHighlight: true, verdict: 'clearly-slower' }), row(NONE)])).toEqual([
      '**Values of omikuji** (estimate and 95 % interval; each value against the rest, without 凶)',
      '',
      '| Value | n | Share | p50 | p95 | p99 | Shift | Verdict |',
      '| :-- | --: | --: | --: | --: | --: | --: | :-- |',
      '| 凶 ◆ | 1 670 | 33.4 % | 61 µs \\[56, 68\\] | 164 µs \\[139, 356\\] | 738 µs \\[219, ∞) | +2 µs \\[−5, 9\\] | Clearly slower |',
      '| (none) | 1 670 | 33.4 % | 61 µs \\[56, 68\\] | 164 µs \\[139, 356\\] | 738 µs \\[219, ∞) | +2 µs \\[−5, 9\\] | no difference found |',
    ]);
  });

  it('says in words what has no numbers', () => {
    const alone = row(valueGroup('a'), { shift: undefined, verdict: undefined });
    const out = row(valueGroup('b'), { isIncluded: false });
    expect(lines([alone, out]).slice(4)).toEqual([
      '| a | 1 670 | 33.4 % | 61 µs \\[56, 68\\] | 164 µs \\[139, 356\\] | 738 µs \\[219, ∞) | – | nothing to compare with |',
      '| b | 1 670 | 33.4 % | – | – | – | – | left out |',
    ]);
  });

  it('lets no value break out of its cell', () => {
    const [line] = lines([row(valueGroup('a|b\n| <b>**c**'), { isIncluded: false })]).slice(4);
    expect(line).toMatch(/^\| a\\\|b↵\\\| \\<b\\>\\\*\\\*c\\\*\\\* \| 1 670 /);
  });

  it('is empty where there is nothing to group by, and speaks Japanese', () => {
    expect(valuesMarkdown({ key: undefined, split: undefined, groups: [], highlight: undefined }, en)).toBe('');
    expect(lines([row(NONE)], ja)[4]).toContain('| （なし） |');
  });
});
