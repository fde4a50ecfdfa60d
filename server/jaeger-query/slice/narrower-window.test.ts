import { describe, expect, it } from 'vitest';
import { unixMicros } from '#core/units.ts';
import { narrowerWindow } from './narrower-window.ts';

const WINDOW = { start: unixMicros(0), end: unixMicros(999_999) };
const LIMITS = { traces: 100, rows: Number.POSITIVE_INFINITY };
const CASSANDRA = { traces: 100, rows: 300 };

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
    expect(narrowerWindow(WINDOW, [], LIMITS, 0)).toEqual({ start: 500_000, end: 999_999 });
    expect(narrowerWindow(WINDOW, [{ id: 'a', rows: 999, newest: undefined }], LIMITS, 0).start).toBe(500_000);
  });

  it('holds nearly the limit of the traces that came, where they are the newest', () => {
    expect(narrowerWindow(WINDOW, page(100, 1000), LIMITS, 0)).toEqual({ start: 908_000, end: 999_999 });
  });

  it('holds a quarter of them where they turned out not to be', () => {
    expect(narrowerWindow(WINDOW, page(100, 1000), LIMITS, 1)).toEqual({ start: 975_000, end: 999_999 });
  });

  it('allows for the traces of whose rows Cassandra has picked', () => {
    expect(narrowerWindow(WINDOW, page(100, 1000, 2), CASSANDRA, 0)).toEqual({ start: 939_000, end: 999_999 });
  });

  it('holds nearly the limit of rows where there are many to a trace', () => {
    expect(narrowerWindow(WINDOW, page(50, 1000, 24), CASSANDRA, 0)).toEqual({ start: 989_000, end: 999_999 });
  });

  it('is always a tenth shorter', () => {
    expect(narrowerWindow(WINDOW, page(100, 10_500), LIMITS, 0).start).toBe(100_000);
  });

  it('is never shorter than a millisecond', () => {
    expect(narrowerWindow(WINDOW, page(100, 0), LIMITS, 0)).toEqual({ start: 999_000, end: 999_999 });
    expect(narrowerWindow({ start: unixMicros(0), end: unixMicros(1200) }, [], LIMITS, 0).start).toBe(201);
  });

  it('ends, whatever the page', () => {
    let window = { start: unixMicros(0), end: unixMicros(30 * 86_400_000_000) };
    let steps = 0;
    for (; window.end - window.start >= 1000; steps++) window = narrowerWindow(window, [], LIMITS, steps);
    expect(steps).toBeLessThan(40);
  });
});
