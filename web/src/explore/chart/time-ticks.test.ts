import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, unixMicros } from '#core/units.ts';
import { timeTicks } from './time-ticks.ts';

/** 2026-11-23T05:10:00Z, 14:10 in Tokyo. */
const FROM = Date.UTC(2026, 10, 23, 5, 10) * 1000;

function ticks(length: number, most: number, from = FROM): string {
  return timeTicks({ from: unixMicros(from), to: unixMicros(from + length) }, most, 9 * HOUR, 'Asia/Tokyo')
    .map(({ text }) => text)
    .join(' ');
}

describe('timeTicks', () => {
  it('are round instants of the wall clock, ends included', () => {
    expect(ticks(50 * MINUTE, 6)).toBe('14:10 14:20 14:30 14:40 14:50 15:00');
    expect(ticks(50 * MINUTE, 3)).toBe('14:30 15:00');
  });

  it('say seconds where they are less than a minute apart', () => {
    expect(ticks(40 * SECOND, 5)).toBe('14:10:00 14:10:10 14:10:20 14:10:30 14:10:40');
  });

  it('are round in the zone of the viewer, and say the day at midnight', () => {
    expect(ticks(24 * HOUR, 5)).toBe('18:00 11-24 06:00 12:00');
  });

  it('are days over weeks', () => {
    expect(ticks(10 * 24 * HOUR, 6)).toBe('11-25 11-27 11-29 12-01 12-03');
  });

  it('are few however long the range is', () => {
    expect(timeTicks({ from: unixMicros(0), to: unixMicros(50 * 365 * 24 * HOUR) }, 8, 0, 'UTC').length).toBeLessThan(
      10,
    );
  });
});
