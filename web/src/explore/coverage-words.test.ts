import { describe, expect, it } from 'vitest';
import { addMicros, MINUTE, type UnixMicros, unixMicrosFromMillis } from '#core/units.ts';
import type { Coverage, CoverageSegment } from '../data/coverage.ts';
import { en } from '../ui/words/en.ts';
import { ja } from '../ui/words/ja.ts';
import { coverageWords } from './coverage-words.ts';
import { sampleCaveat, sampleOf } from './sample.ts';

type State = CoverageSegment['state'];

/** 14:00 on the clock of whoever runs this, wherever that is. */
const TWO = unixMicrosFromMillis(new Date(2026, 10, 23, 14, 0).getTime());

function at(minutes: number): UnixMicros {
  return addMicros(TWO, minutes * MINUTE);
}

const CONTEXT = { limit: 1500, reason: '' };

/** A stretch of ten minutes per state, oldest first. */
function coverage(...states: readonly State[]): Coverage {
  const segments = states.map((state, i) => ({ from: at(10 * i), to: at(10 * i + 10), state }));
  return { segments, requests: states.length, problems: [], filteredHere: { tags: false, durations: false } };
}

describe('coverage in words', () => {
  it.each<[readonly State[], string, string]>([
    [['complete'], '14:00–14:10 read completely, 1 request', '14:00–14:10 をすべて取得済み（リクエスト 1 回）'],
    [
      ['complete', 'complete', 'complete'],
      '14:00–14:30 read completely, 3 requests',
      '14:00–14:30 をすべて取得済み（リクエスト 3 回）',
    ],
    [['reading'], 'Reading 14:00–14:10, the newest part first', '新しい方から読み込み中: 14:00–14:10'],
    [
      ['reading', 'complete'],
      '14:10–14:20 read, reading 14:00–14:10',
      '14:10–14:20 取得済み、14:00–14:10 を読み込み中',
    ],
    [['unread', 'complete'], '14:10–14:20 read, 14:00–14:10 not read', '14:10–14:20 取得済み、14:00–14:10 は未取得'],
    [
      ['failed', 'complete'],
      '14:10–14:20 read, 14:00–14:10 could not be read',
      '14:10–14:20 取得済み、14:00–14:10 は取得できませんでした',
    ],
    [['failed'], '14:00–14:10 could not be read', '14:00–14:10 は取得できませんでした'],
    [
      ['complete', 'cut', 'complete'],
      '14:20–14:30 complete, 14:10–14:20 cut at the limit of 1\u202f500, 14:00–14:10 complete',
      '14:20–14:30 は完全、14:10–14:20 は上限 1\u202f500 件で打ち切り、14:00–14:10 は完全',
    ],
  ])('of %j, newest first', (states, english, japanese) => {
    expect(coverageWords(coverage(...states), CONTEXT, en)).toBe(english);
    expect(coverageWords(coverage(...states), CONTEXT, ja)).toBe(japanese);
  });

  it('says why a stretch could not be read', () => {
    const context = { ...CONTEXT, reason: 'Jaeger did not answer in time' };
    expect(coverageWords(coverage('failed', 'complete'), context, en)).toBe(
      '14:10–14:20 read, 14:00–14:10 could not be read: Jaeger did not answer in time',
    );
    expect(coverageWords(coverage('failed', 'complete'), context, ja)).toBe(
      '14:10–14:20 取得済み、14:00–14:10 は取得できませんでした（Jaeger did not answer in time）',
    );
  });

  it('counts cut stretches where there are too many to name', () => {
    const states: readonly State[] = ['unread', 'cut', 'complete', 'cut', 'complete', 'cut', 'complete'];
    expect(coverageWords(coverage(...states), CONTEXT, en)).toBe(
      '14:10–15:10 complete but for 3 stretches cut at the limit of 1\u202f500, 14:00–14:10 not read',
    );
    expect(coverageWords(coverage(...states), CONTEXT, ja)).toBe(
      '14:10–15:10 は 3 区間（上限 1\u202f500 件で打ち切り）を除き完全、14:00–14:10 は未取得',
    );
  });
});

describe('what a result rests on', () => {
  it.each<[readonly State[], string | undefined]>([
    [['complete'], undefined],
    [['reading', 'complete'], undefined],
    [['unread', 'complete'], en.explore.partCaveat],
    [['failed', 'complete'], en.explore.partCaveat],
    [['complete', 'cut'], en.explore.cutCaveat],
    [['reading', 'cut'], en.explore.cutCaveat],
    [['unread', 'cut'], `${en.explore.cutCaveat} ${en.explore.partCaveat}`],
  ])('is said of %j', (states, expected) => {
    expect(sampleCaveat(sampleOf(coverage(...states)), en)).toBe(expected);
  });
});
