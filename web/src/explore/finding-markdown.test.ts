import { describe, expect, it } from 'vitest';
import { explore } from '#core/analysis/explore.ts';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { type Group, valueGroup } from '#core/analysis/group.ts';
import { tableOfDurations } from '#core/testing/table-of-durations.ts';
import { unixMicros } from '#core/units.ts';
import { en } from '../ui/words/en.ts';
import { ja } from '../ui/words/ja.ts';
import { findingMarkdown } from './finding-markdown.ts';
import { sampleCaveat } from './sample.ts';

const CONTEXT = {
  subject: 'demo /handler',
  coverage: '14:00–15:00 read',
  caveat: undefined,
  link: 'http://localhost:8787/?by=event:omikuji',
};

function answerOf(groups: Readonly<Record<string, readonly number[]>>, highlight?: Group): ExploreAnswer {
  return explore(tableOfDurations(groups), {
    measure: 'root',
    key: undefined,
    highlight,
    split: undefined,
    filters: [],
    pick: undefined,
    from: unixMicros(0),
    to: unixMicros(Number.MAX_SAFE_INTEGER),
    minutesEastOfUtc: 0,
    sort: { column: 'time', direction: 'descending' },
  });
}

function times(n: number, first: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => first + i);
}

describe('the finding as Markdown', () => {
  it('is the sentence, its facts, what it rests on, and a link', () => {
    const answer = answerOf({ 凶: times(20, 5000), 吉: times(40, 60) });
    expect(findingMarkdown(answer, CONTEXT, en).replaceAll('\u202f', ' ').split('\n')).toEqual([
      '**凶 traces take 4.93 ms longer.** (Clearly slower)',
      '',
      '- 20 of 60 traces',
      '- median 5.01 ms against 79.5 µs',
      '- shift 4.93 ms \\[4.92, 4.94\\]',
      '- slower in every pair \\[83.2, 100\\]',
      '- p \\< 10⁻¹⁵',
      '- omikuji=凶 against the other 40 traces',
      '',
      'demo /handler · 14:00–15:00 read · [Kuji](<http://localhost:8787/?by=event:omikuji>)',
    ]);
    expect(findingMarkdown(answer, CONTEXT, ja).replaceAll('\u202f', ' ')).toContain(
      '**凶 のトレースは 4.93 ms 遅くなっています。** (明らかに遅い)',
    );
  });

  it('takes markup in values for text, on one line', () => {
    const hostile = '**a**\n# [x](http://e) <img> `c` ~s~ | $m$ &lt; \\ !';
    const answer = answerOf({ [hostile]: times(12, 900), 吉: times(12, 100) }, valueGroup(hostile));
    const escaped = '\\*\\*a\\*\\*↵\\# \\[x\\](http\\://e) \\<img\\> \\`c\\` \\~s\\~ \\| \\$m\\$ \\&lt; \\\\ \\!';
    const lines = findingMarkdown(answer, CONTEXT, en).split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toContain(`**${escaped} traces take `);
    expect(lines[7]).toBe(`- omikuji=${escaped} against the other 12 traces`);
  });

  it('says that it rests on a cut sample', () => {
    const sample = { isCut: true, isPart: true };
    const context = { ...CONTEXT, caveat: sampleCaveat(sample, en) };
    const lines = findingMarkdown(answerOf({ 凶: [1] }), context, en).split('\n');
    expect(lines.at(-3)).toMatch(/^- Rests on a cut sample: .*Cassandra\. Rests on a part of the traces: /);
  });

  it('takes markup in the subject for text, and keeps the link whole', () => {
    const context = { ...CONTEXT, subject: '<b>demo</b> *x*', link: 'http://localhost/?a=> [x](y)\n' };
    const text = findingMarkdown(answerOf({ 凶: [1] }), context, en);
    expect(text.split('\n').at(-1)).toBe(
      '\\<b\\>demo\\</b\\> \\*x\\* · 14:00–15:00 read · [Kuji](<http://localhost/?a=%3E%20[x](y)%0A>)',
    );
  });

  it('has no empty item where there is no condition', () => {
    const text = findingMarkdown(answerOf({ '(none)': times(7, 100) }), CONTEXT, en).replaceAll('\u202f', ' ');
    expect(text.split('\n').slice(0, 4)).toEqual([
      '**7 traces without an annotation to compare by.** (Nothing to compare)',
      '',
      '- median 103 µs \\[100, 106\\]',
      '',
    ]);
  });
});
