import { describe, expect, it } from 'vitest';
import { whisker } from './whisker.ts';

const xPx = (micros: number) => micros;

describe('whisker', () => {
  it('spans the interval', () => {
    expect(whisker({ value: 50, low: 40, high: 70 }, xPx, 0, 100)).toEqual({
      tickPx: 50,
      line: { fromPx: 40, toPx: 70, isOpenLeft: false, isOpenRight: false },
    });
  });

  it('runs 16 px past the largest trace where its end is open', () => {
    expect(whisker({ value: 50, low: 40, high: undefined }, xPx, 0, 100).line).toEqual({
      fromPx: 40,
      toPx: 116,
      isOpenLeft: false,
      isOpenRight: true,
    });
  });

  it('is only a tick without an interval, or with one too narrow to see', () => {
    expect(whisker({ value: 50, low: undefined, high: undefined }, xPx, 0, 100).line).toBeUndefined();
    expect(whisker({ value: 50, low: 49, high: 51 }, xPx, 0, 100).line).toBeUndefined();
  });
});
