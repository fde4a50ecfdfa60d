import { describe, expect, it } from 'vitest';
import { formatClock } from '#core/format/format-clock.ts';
import { formatDate } from '#core/format/format-date.ts';
import { addMicros, DAY, HOUR, MINUTE, SECOND, type UnixMicros, unixMicrosFromMillis } from '#core/units.ts';
import { en } from '../ui/words/en.ts';
import { ja } from '../ui/words/ja.ts';
import { lengthText, rangeText, spanText } from './range-text.ts';

/** On the clock of whoever runs this, wherever that is. */
function local(day: number, hour: number, minute: number, second = 0): UnixMicros {
  return unixMicrosFromMillis(new Date(2026, 10, day, hour, minute, second).getTime());
}

describe('a length of time in words', () => {
  it.each([
    [30 * SECOND, '30 s', '30 秒'],
    [90 * SECOND, '90 s', '90 秒'],
    [15 * MINUTE, '15 min', '15 分'],
    [90 * MINUTE, '90 min', '90 分'],
    [HOUR, '1 h', '1 時間'],
    [36 * HOUR, '36 h', '36 時間'],
    [DAY, '1 day', '1 日'],
    [2 * DAY, '2 days', '2 日'],
  ])('is in the largest unit that leaves no rest: %i µs', (length, english, japanese) => {
    expect([lengthText(length, en), lengthText(length, ja)]).toEqual([english, japanese]);
  });
});

describe('a stretch of time in words', () => {
  it('is to the minute within a day', () => {
    expect(spanText(local(23, 14, 10), local(23, 15, 0))).toBe('14:10–15:00');
  });

  it('has seconds where it is shorter than five minutes', () => {
    expect(spanText(local(23, 14, 10, 5), local(23, 14, 12, 30))).toBe('14:10:05–14:12:30');
    expect(spanText(local(23, 14, 10), local(23, 14, 15))).toBe('14:10–14:15');
  });

  it('has dates where it is not of one day', () => {
    expect(spanText(local(22, 23, 50), local(23, 0, 10))).toBe('2026-11-22 23:50 – 2026-11-23 00:10');
  });

  it('shows what clock and calendar show, whatever the instants', () => {
    const from = local(23, 9, 0);
    for (const minutes of [1, 5, 60, 24 * 60, 40 * 24 * 60]) {
      const to = addMicros(from, minutes * MINUTE);
      const text = spanText(from, to);
      expect(text).toContain(formatClock(from, { detail: 'minute' }));
      expect(text).toContain(formatClock(to, { detail: 'minute' }));
      expect(text.includes(formatDate(to))).toBe(formatDate(from) !== formatDate(to));
    }
  });
});

describe('a range in words', () => {
  it('is a look-back by its length, or a stretch by its ends', () => {
    expect(rangeText({ kind: 'last', length: 15 * MINUTE }, en)).toBe('last 15 min');
    expect(rangeText({ kind: 'last', length: 15 * MINUTE }, ja)).toBe('直近 15 分');
    expect(rangeText({ kind: 'absolute', from: local(23, 14, 10), to: local(23, 15, 0) }, en)).toBe('14:10–15:00');
  });
});
