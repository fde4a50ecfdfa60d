import { describe, expect, it } from 'vitest';
import { timeParts } from '#core/analysis/time-parts.ts';
import { DAY, HOUR, MINUTE, SECOND, unixMicros } from '#core/units.ts';
import { lateEn } from '../../../ui/words/late-en.ts';
import { partText, quantileText, stepText } from './part-text.ts';

const NINE = unixMicros(Date.UTC(2026, 10, 23, 9) * 1000);

function first(length: number, step: number): string {
  return partText(timeParts({ from: NINE, to: unixMicros(NINE + length) }, step, 0), 0, 'UTC');
}

describe('partText', () => {
  it.each([
    [HOUR, 5 * MINUTE, '09:00–09:05'],
    [5 * MINUTE, 10 * SECOND, '09:00:00–09:00:10'],
    [SECOND, 25_000, '09:00:00.000–09:00:00.025'],
    [2 * DAY, 12 * HOUR, '11-23 09:00–11-23 12:00'],
  ])('of %d µs in parts of %d µs is %s', (length, step, text) => {
    expect(first(length, step)).toBe(text);
  });
});

describe('quantileText', () => {
  const estimate = { value: 1_000_000, low: 990_000, high: undefined };
  it('says both quantiles with their intervals', () => {
    expect(quantileText({ n: 6, p50: estimate, p95: estimate }, lateEn.overTime)).toBe(
      '6 traces, p50 1.000\u202fs [0.9900, ∞), p95 1.000\u202fs [0.9900, ∞)',
    );
  });

  it('says nothing of fewer than six traces but that they are too few', () => {
    expect(quantileText({ n: 5, p50: estimate, p95: estimate }, lateEn.overTime)).toBe('5 traces, too few');
    expect(quantileText({ n: 1, p50: estimate, p95: estimate }, lateEn.overTime)).toBe('1 trace, too few');
    expect(quantileText(undefined, lateEn.overTime)).toBe('no trace');
  });
});

describe('stepText', () => {
  it.each([
    [7 * DAY, '7\u202fd'],
    [12 * HOUR, '12\u202fh'],
    [30 * MINUTE, '30\u202fmin'],
    [10 * SECOND, '10\u202fs'],
    [2500, '2.5\u202fms'],
  ])('names %d µs', (step, text) => {
    expect(stepText(step)).toBe(text);
  });
});
