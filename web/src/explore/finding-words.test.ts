import { describe, expect, it } from 'vitest';
import { explore } from '#core/analysis/explore.ts';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { ExploreQuestion } from '#core/analysis/explore-question.ts';
import { type Group, groupFromText, NONE, SEVERAL, valueGroup } from '#core/analysis/group.ts';
import type { WhereAnswer, WhereRow } from '#core/analysis/where/where-answer.ts';
import { tableOfDurations } from '#core/testing/table-of-durations.ts';
import { unixMicros } from '#core/units.ts';
import { fillSentenceText } from '../ui/fill-sentence-text.ts';
import { en } from '../ui/words/en.ts';
import { ja } from '../ui/words/ja.ts';
import type { Words } from '../ui/words/words.ts';
import { findingWords, type Sentence } from './finding-words.ts';

function answerOf(
  groups: Readonly<Record<string, readonly number[]>>,
  patch: Partial<ExploreQuestion> = {},
  key?: string,
): ExploreAnswer {
  return explore(tableOfDurations(groups, key), {
    measure: 'root',
    key: undefined,
    highlight: undefined,
    split: undefined,
    filters: [],
    pick: undefined,
    from: unixMicros(0),
    to: unixMicros(Number.MAX_SAFE_INTEGER),
    minutesEastOfUtc: 0,
    sort: { column: 'time', direction: 'descending' },
    ...patch,
  });
}

function times(n: number, first: number, step = 1): readonly number[] {
  return Array.from({ length: n }, (_, i) => first + i * step);
}

/** What the panel shows, a line a part; narrow spaces as plain ones. */
function said(answer: ExploreAnswer, words: typeof en | typeof ja): readonly string[] {
  const { badge, sentence, facts, against, hint } = findingWords(answer, words);
  const fill = ({ text, parts }: Sentence) => fillSentenceText(text, parts).trim();
  const lines = [badge.text, fill(sentence), ...facts.map(fill), against, hint ?? ''];
  return lines.filter((line) => line !== '').map((line) => line.replaceAll('\u202f', ' '));
}

const slower = answerOf({ 凶: times(20, 1_000_000, 100), 吉: times(40, 60), 大吉: times(40, 62) });
const faster = answerOf({ 凶: times(20, 60), 吉: times(40, 5000) });

describe('the finding in words', () => {
  it('says by how much the highlight is clearly slower, and how sure that is', () => {
    expect(said(slower, en)).toEqual([
      'Clearly slower',
      '凶 traces take 1.00 s longer.',
      '20 of 100 traces',
      'median 1.00 s against 80.5 µs',
      'shift 1.001 s [1.000, 1.001]',
      'slower in every pair [83.2, 100]',
      'p < 10⁻¹⁰',
      'against the other 80 traces, p adjusted for 3 values',
    ]);
    expect(said(slower, ja)).toEqual([
      '明らかに遅い',
      '凶 のトレースは 1.00 s 遅くなっています。',
      '20 / 100 トレース',
      '中央値 1.00 s 対 80.5 µs',
      'シフト 1.001 s [1.000, 1.001]',
      'すべての対で遅い [83.2, 100]',
      'p < 10⁻¹⁰',
      'その他 80 トレースとの比較、p は 3 値で補正',
    ]);
  });

  it('says of a faster highlight how much less it takes, without a minus in the sentence', () => {
    expect(said(faster, en)).toEqual([
      'Clearly faster',
      '凶 traces take 4.95 ms less.',
      '20 of 60 traces',
      'median 69.5 µs against 5.02 ms',
      'shift −4.95 ms [−4.96, −4.94]',
      'faster in every pair [0, 16.8]',
      'p < 10⁻¹⁵',
      'against the other 40 traces',
    ]);
    expect(said(faster, ja).slice(0, 2)).toEqual(['明らかに速い', '凶 のトレースは 4.95 ms 速くなっています。']);
  });

  it('gives the interval in the sentence where the difference is only possible, seen from the side of the sentence', () => {
    const maybeSlower = answerOf({ 凶: times(12, 104), 吉: times(12, 100) });
    expect(said(maybeSlower, en).slice(0, 2)).toEqual([
      'Possibly slower',
      '凶 traces are possibly slower, by 4 µs [0, 8].',
    ]);
    expect(said(maybeSlower, ja)[1]).toBe('凶 のトレースは 4 µs [0, 8] 遅い可能性があります。');
    const maybeFaster = answerOf({ 凶: times(12, 100), 吉: times(12, 104) });
    expect(said(maybeFaster, en).slice(0, 2)).toEqual([
      'Possibly faster',
      '凶 traces are possibly faster, by 4 µs [0, 8].',
    ]);
    expect(said(maybeFaster, en)).toContain('shift −4 µs [−8, 0]');
    expect(said(maybeFaster, ja)[1]).toBe('凶 のトレースは 4 µs [0, 8] 速い可能性があります。');
  });

  it('says that no difference was found, and not that there is none', () => {
    const same = answerOf({ 凶: times(12, 100), 吉: times(12, 100) });
    expect(said(same, en)).toEqual([
      'No difference found',
      'No difference found between 凶 and the rest.',
      '12 of 24 traces',
      'median 106 µs against 106 µs',
      'shift 0 µs [−4, 4]',
      'slower in 50.0 % of pairs [26.6, 73.4]',
      'p = 1',
      'against the other 12 traces',
    ]);
    expect(said(same, ja)[1]).toBe('凶 と残りの間に差は見られません。');
  });

  it.each([
    [0, 12, 'No 凶 trace here: too few to say.', '凶 が 1 件もなく、判断できません。'],
    [1, 12, 'Only 1 凶 trace: too few to say.', '凶 が 1 件だけで、まだ判断できません。'],
    [5, 12, 'Only 5 凶 traces: too few to say.', '凶 が 5 件だけで、まだ判断できません。'],
    [3, 3, 'Only 3 凶 traces: too few to say.', '凶 が 3 件だけで、まだ判断できません。'],
    [12, 1, 'Only 1 trace is not 凶: too few to compare with.', '凶 以外が 1 件だけで、比較できません。'],
    [12, 5, 'Only 5 traces are not 凶: too few to compare with.', '凶 以外が 5 件だけで、比較できません。'],
  ])('tells which side has too few, of %i against %i', (n, rest, english, japanese) => {
    const half = Math.floor(rest / 2);
    const answer = answerOf({ 凶: times(n, 900), 吉: times(half, 50), 大吉: times(rest - half, 60) });
    expect(said(answer, en).slice(0, 2)).toEqual(['Too few', english]);
    expect(said(answer, ja).slice(0, 2)).toEqual(['件数不足', japanese]);
    expect(said(answer, en)).toContain(`${n} of ${n + rest} traces`);
    expect(said(answer, en).at(-1)).toBe('From 6 on there is an interval for the median.');
  });

  it('calls it too few, and not without an annotation, where there are two traces of two values', () => {
    expect(said(answerOf({ a: [10], b: [20] }, {}, 'colour'), en)).toEqual([
      'Too few',
      'Only 1 b trace: too few to say.',
      '1 of 2 traces',
      'median 20 µs',
      'against the other 1 trace',
      'From 6 on there is an interval for the median.',
    ]);
  });

  it('says in January that all is 大吉, and that what was asked for does not occur', () => {
    const january = answerOf({ 大吉: times(12, 100) });
    expect(said(january, en)).toEqual([
      'Nothing to compare',
      'All 12 traces have omikuji=大吉.',
      'median 106 µs [102, 109]',
      'does not occur',
      'No 凶 in this time range, so there is nothing to hold against it.',
    ]);
    expect(said(january, ja)).toEqual([
      '比べる相手がない',
      '12 トレースすべてが omikuji=大吉 です。',
      '中央値 106 µs [102, 109]',
      '該当なし',
      'この期間に 凶 がないため、比較はできません。',
    ]);
  });

  it.each<[Group, string, string]>([
    [NONE, 'None of the 7 traces has omikuji.', '7 トレースのどれにも omikuji がありません。'],
    [SEVERAL, 'All 7 traces have several values of omikuji.', '7 トレースすべてに omikuji の値が複数あります。'],
    [valueGroup(''), 'All 7 traces have omikuji=(empty).', '7 トレースすべてが omikuji=（空） です。'],
  ])('names a single group that is no ordinary value: %j', (group, english, japanese) => {
    const text = group.kind === 'value' ? group.value : `(${group.kind})`;
    expect(groupFromText(text)).toEqual(group);
    const key = { scope: 'event', key: 'omikuji' } as const;
    const answer = answerOf({ [text]: times(7, 100) }, { key, highlight: group });
    expect(said(answer, en)[1]).toBe(english);
    expect(said(answer, ja)[1]).toBe(japanese);
  });

  it('says that the traces carry nothing, or that none is left', () => {
    expect(said(answerOf({ '(none)': times(7, 100) }), en)).toEqual([
      'Nothing to compare',
      '7 traces without an annotation to compare by.',
      'median 103 µs [100, 106]',
    ]);
    const filtered = answerOf(
      { 凶: [1] },
      { filters: [{ kind: 'box', box: { from: unixMicros(0), to: unixMicros(0), min: 0, max: 0 } }] },
    );
    expect(said(filtered, en)).toEqual(['No traces', 'The filters leave no trace.']);
    expect(said(filtered, ja)).toEqual(['トレースなし', 'フィルターを通るトレースがありません。']);
  });

  it('marks as found what is clear or possible, and only the clear as sure', () => {
    const look = (answer: ExploreAnswer) => {
      const { badge, isFound } = findingWords(answer, en);
      return [badge.look, isFound];
    };
    expect(look(slower)).toEqual(['sure', true]);
    expect(look(answerOf({ 凶: times(12, 104), 吉: times(12, 100) }))).toEqual(['maybe', true]);
    expect(look(answerOf({ 凶: times(12, 100), 吉: times(12, 100) }))).toEqual(['plain', false]);
    expect(look(answerOf({ 凶: [1], 吉: times(12, 100) }))).toEqual(['maybe', false]);
    expect(look(answerOf({ 大吉: times(12, 100) }))).toEqual(['plain', false]);
  });
});

describe('where the difference is', () => {
  const shift = slower.finding.kind === 'compared' ? slower.finding.comparison.shift.value : Number.NaN;

  const saved = faster.finding.kind === 'compared' ? faster.finding.comparison.shift.value : Number.NaN;

  /** The parts of the difference of the means, the last one in one operation. */
  function sentenceWith(total: number, part: number, answer = slower, words: Words = en): string {
    const estimate = (value: number) => ({ value, low: value - 1, high: value + 1 });
    const row = (parent: number, operation: string, delta: number): WhereRow => ({
      parent,
      depth: parent + 1,
      service: 'demo',
      operation,
      meanA: Math.max(0, delta),
      meanB: Math.max(0, -delta),
      callsA: 1,
      callsB: 1,
      delta: estimate(delta),
      moreCalls: 0,
      slowerCalls: delta,
      subtree: delta,
      state: 'both',
    });
    const rows = [row(-1, '/handler', total - part), row(0, '/omikuji', part)];
    const where: WhereAnswer = { tracesA: 20, tracesB: 80, total: estimate(total), rows };
    const { sentence } = findingWords(answer, words, where);
    return fillSentenceText(sentence.text, sentence.parts).replaceAll('\u202f', ' ');
  }

  it.each([
    [1, '凶 traces take 1.00 s longer, all of it inside demo /omikuji.'],
    [0.995, '凶 traces take 1.00 s longer, all of it inside demo /omikuji.'],
    [0.994, '凶 traces take 1.00 s longer, nearly all of it inside demo /omikuji.'],
    [0.9, '凶 traces take 1.00 s longer, nearly all of it inside demo /omikuji.'],
    [0.6, '凶 traces take 1.00 s longer, 60.0 % of it inside demo /omikuji.'],
    [1.06, '凶 traces take 1.00 s longer; demo /omikuji adds 1.06 s.'],
  ])('is told as the share %d of it asks for', (share, sentence) => {
    expect(sentenceWith(shift, shift * share)).toBe(sentence);
  });

  it('is not told where the means differ by another amount than the medians', () => {
    expect(sentenceWith(shift * 1.2, shift * 1.2)).toBe('凶 traces take 1.00 s longer.');
  });

  it.each([
    [
      1,
      '凶 traces take 4.95 ms less, all of it inside demo /omikuji.',
      '凶 のトレースは 4.95 ms 速く、差はすべて demo /omikuji 内です。',
    ],
    [
      0.98,
      '凶 traces take 4.95 ms less, nearly all of it inside demo /omikuji.',
      '凶 のトレースは 4.95 ms 速く、差のほとんどが demo /omikuji 内です。',
    ],
    [
      0.6,
      '凶 traces take 4.95 ms less, 60.0 % of it inside demo /omikuji.',
      '凶 のトレースは 4.95 ms 速く、差の 60.0 % が demo /omikuji 内です。',
    ],
    [
      1.06,
      '凶 traces take 4.95 ms less; demo /omikuji saves 5.25 ms.',
      '凶 のトレースは 4.95 ms 速く、demo /omikuji が 5.25 ms 減らしています。',
    ],
  ])('names in the same way where the saved time was: share %d', (share, english, japanese) => {
    expect(sentenceWith(saved, saved * share, faster)).toBe(english);
    expect(sentenceWith(saved, saved * share, faster, ja)).toBe(japanese);
  });

  it('is not told where the means went the other way than the medians', () => {
    expect(sentenceWith(-saved, -saved, faster)).toBe('凶 traces take 4.95 ms less.');
  });

  it('is not told where it is not known', () => {
    expect(findingWords(faster, en, undefined).sentence.text).toBe(en.explore.faster);
  });
});
