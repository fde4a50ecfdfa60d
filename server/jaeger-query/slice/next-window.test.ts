import { describe, expect, it } from 'vitest';
import { DAY, unixMicros } from '#core/units.ts';
import { nextWindow } from './next-window.ts';

const WINDOW = { start: unixMicros(0), end: unixMicros(999_999) };
const LIMITS = { traces: 400, rows: Number.POSITIVE_INFINITY };

function page(times: readonly number[], rows = 1) {
  return times.map((time, index) => ({ id: String(index), rows, newest: unixMicros(time) }));
}

/** So many, spread evenly over a part of the window. */
function even(count: number, from = 0, to = 1_000_000): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(from + ((index + 0.5) / count) * (to - from)));
}

describe('nextWindow', () => {
  it('aims at a page that is nearly full', () => {
    expect(nextWindow(WINDOW, page(even(100)), LIMITS)).toBe(3_600_000);
    expect(nextWindow(WINDOW, page(even(100), 6), { traces: 400, rows: 1200 })).toBeLessThan(1_800_000);
  });

  it('corrects by half where the page was nearly as full as expected', () => {
    expect(nextWindow(WINDOW, page(even(300)), LIMITS) / 1_000_000).toBeCloseTo(Math.sqrt(0.9 / 0.75), 3);
  });

  it('leaves more room where few traces fill a page', () => {
    expect(nextWindow(WINDOW, page(even(5)), { ...LIMITS, traces: 20 })).toBeLessThan(2_300_000);
  });

  it('grows by eight at most, and by more where nothing came', () => {
    expect(nextWindow(WINDOW, page(even(1)), LIMITS)).toBe(8_000_000);
    expect(nextWindow(WINDOW, [], LIMITS)).toBe(32_000_000);
    expect(nextWindow({ start: unixMicros(0), end: unixMicros(20 * DAY) }, [], LIMITS)).toBe(30 * DAY);
  });

  it('goes by the oldest traces where they came clearly faster or slower than the rest', () => {
    const entersBurst = page([...even(100), ...even(100, 0, 20_000)]);
    expect(nextWindow(WINDOW, entersBurst, LIMITS)).toBeLessThan(200_000);
    const leavesBurst = page([...even(20, 0, 800_000), ...even(340, 800_000)]);
    expect(nextWindow(WINDOW, leavesBurst, LIMITS)).toBe(8_000_000);
  });

  it('needs times for that, and is never shorter than a millisecond', () => {
    const unreadable = even(100).map((_, index) => ({ id: String(index), rows: 1, newest: undefined }));
    expect(nextWindow(WINDOW, unreadable, LIMITS)).toBe(3_600_000);
    expect(nextWindow(WINDOW, page(Array.from({ length: 399 }, () => 0)), LIMITS)).toBe(1000);
  });
});
