import { describe, expect, it } from 'vitest';
import { unixMicros } from '#core/units.ts';
import { narrowerWindow } from './narrower-window.ts';

const WINDOW = { start: unixMicros(0), end: unixMicros(999_999) };
const LIMITS = { traces: 100, rows: 300 };

/** A page of `count` traces, the newest at the end of the window, `every` µs between them. */
function page(count: number, every: number, rows = 1) {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    rows,
    newest: unixMicros(WINDOW.end - index * every),
  }));
}

describe('narrowerWindow', () => {
  it('is the newest half where the page says nothing of time', () => {
    expect(narrowerWindow(WINDOW, [], LIMITS)).toEqual({ start: 500_000, end: 999_999 });
    expect(narrowerWindow(WINDOW, [{ id: 'a', rows: 999, newest: undefined }], LIMITS).start).toBe(500_000);
  });

  it('holds four fifths of the limit of traces where that is less than a half', () => {
    expect(narrowerWindow(WINDOW, page(100, 1000), LIMITS)).toEqual({ start: 920_000, end: 999_999 });
  });

  it('holds four fifths of the rows where there are many to a trace', () => {
    expect(narrowerWindow(WINDOW, page(100, 1000, 24), LIMITS)).toEqual({ start: 990_000, end: 999_999 });
  });

  it('is never wider than the half', () => {
    expect(narrowerWindow(WINDOW, page(100, 9000), LIMITS).start).toBe(500_000);
  });

  it('is never shorter than a millisecond', () => {
    expect(narrowerWindow(WINDOW, page(100, 0), LIMITS)).toEqual({ start: 999_000, end: 999_999 });
    expect(narrowerWindow({ start: unixMicros(0), end: unixMicros(1200) }, [], LIMITS).start).toBe(201);
  });

  it('ends, whatever the page', () => {
    let window = { start: unixMicros(0), end: unixMicros(30 * 86_400_000_000) };
    let steps = 0;
    for (; window.end - window.start >= 1000; steps++) window = narrowerWindow(window, [], LIMITS);
    expect(steps).toBeLessThan(40);
  });
});
