import { describe, expect, it } from 'vitest';
import type { GroupRow, Points } from '#core/analysis/explore-answer.ts';
import { pickSummary } from './pick-summary.ts';

function summary(group: readonly number[], isPicked: readonly number[]) {
  const groups = [{ isHighlight: true }, { isHighlight: false }, { isHighlight: false }] as GroupRow[];
  const points: Points = {
    trace: Int32Array.from(group.keys()),
    time: new Float64Array(group.length),
    latency: new Float64Array(group.length),
    group: Int32Array.from(group),
    isPicked: Uint8Array.from(isPicked),
  };
  return pickSummary({ points, groups });
}

describe('pickSummary', () => {
  it('names the only group', () => {
    expect(summary([0, 1, 1, 2], [0, 1, 1, 0])).toEqual({ count: 2, group: 1, ofGroup: 2 });
  });

  it('names the highlight among others', () => {
    expect(summary([0, 1, 1, 2], [1, 1, 1, 1])).toEqual({ count: 4, group: 0, ofGroup: 1 });
  });

  it('names the most frequent without it', () => {
    expect(summary([0, 1, 2, 2], [0, 1, 1, 1])).toEqual({ count: 3, group: 2, ofGroup: 2 });
  });

  it('names none of nothing', () => {
    expect(summary([0], [0])).toEqual({ count: 0, group: undefined, ofGroup: 0 });
  });
});
