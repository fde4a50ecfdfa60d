import { describe, expect, it } from 'vitest';
import type { Filter } from '#core/analysis/explore-question.ts';
import { unixMicros } from '#core/units.ts';
import { shownRange } from './shown-range.ts';

const range = { from: unixMicros(100), to: unixMicros(200) };

function box(from: number, to: number): Filter {
  return { kind: 'box', box: { from: unixMicros(from), to: unixMicros(to), min: 0, max: 1 } };
}

describe('shownRange', () => {
  it('is the asked range without boxes', () => {
    expect(shownRange(range, [])).toEqual(range);
  });

  it('is what all boxes leave of it', () => {
    expect(shownRange(range, [box(50, 180), box(120, 300)])).toEqual({ from: 120, to: 180 });
  });

  it('is the asked range where they leave nothing', () => {
    expect(shownRange(range, [box(10, 50)])).toEqual(range);
  });
});
