import { describe, expect, it } from 'vitest';
import { unixMicros } from '../units.ts';
import { formatClock } from './format-clock.ts';
import { formatDate } from './format-date.ts';

const instant = unixMicros(Date.UTC(2026, 10, 23, 14, 59, 54) * 1000 + 492_900);

describe('formatClock', () => {
  it('runs to 24 hours, in the detail asked for', () => {
    expect(formatClock(instant, { zone: 'UTC' })).toBe('14:59:54');
    expect(formatClock(instant, { zone: 'UTC', detail: 'minute' })).toBe('14:59');
    expect(formatClock(instant, { zone: 'UTC', detail: 'millis' })).toBe('14:59:54.492');
  });

  it('shows the hour of the zone, and midnight as 00', () => {
    expect(formatClock(instant, { zone: 'Asia/Tokyo' })).toBe('23:59:54');
    expect(formatClock(unixMicros(0), { zone: 'UTC', detail: 'millis' })).toBe('00:00:00.000');
  });

  it('shows what the viewer’s own clock does when no zone is given', () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    expect(formatClock(instant, { detail: 'millis' })).toBe(formatClock(instant, { zone: timeZone, detail: 'millis' }));
    expect(formatDate(instant)).toBe(formatDate(instant, { zone: timeZone }));
  });

  it('never runs ahead of the clock, before 1970 either', () => {
    expect(formatClock(unixMicros(59_999_999), { zone: 'UTC', detail: 'minute' })).toBe('00:00');
    expect(formatClock(unixMicros(-1), { zone: 'UTC', detail: 'millis' })).toBe('23:59:59.999');
  });

  it('does not know an unknown zone', () => {
    expect(() => formatClock(instant, { zone: 'Mars/Olympus' })).toThrow(RangeError);
  });
});

describe('formatDate', () => {
  it('is ISO 8601, in the zone', () => {
    expect(formatDate(instant, { zone: 'UTC' })).toBe('2026-11-23');
    expect(formatDate(instant, { zone: 'Pacific/Auckland' })).toBe('2026-11-24');
  });
});
