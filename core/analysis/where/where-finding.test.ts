import { describe, expect, it } from 'vitest';
import type { Estimate } from '../estimate.ts';
import type { WhereAnswer, WhereRow } from './where-answer.ts';
import { whereFinding } from './where-finding.ts';

function rowOf(value: number): WhereRow {
  return {
    parent: -1,
    depth: 0,
    service: 'demo',
    operation: `adds ${value}`,
    meanA: Math.max(value, 0),
    meanB: Math.max(-value, 0),
    callsA: 1,
    callsB: 1,
    delta: { value, low: value - 1, high: value + 1 },
    moreCalls: 0,
    slowerCalls: value,
    subtree: value,
    state: 'both',
  };
}

function answerOf(deltas: readonly number[], total?: Partial<Estimate>): WhereAnswer {
  const value = deltas.reduce((sum, delta) => sum + delta, 0);
  return {
    tracesA: 9,
    tracesB: 9,
    total: { value, low: value - 1, high: value + 1, ...total },
    rows: deltas.map(rowOf),
  };
}

describe('whereFinding', () => {
  it('names the row that holds most of the extra time, and its share', () => {
    expect(whereFinding(answerOf([10, 70, 20]))).toEqual({
      row: rowOf(70),
      index: 1,
      share: 0.7,
      extent: 'part',
    });
  });

  it('takes the first of those that hold alike', () => {
    expect(whereFinding(answerOf([0, 50, 50]))?.index).toBe(1);
  });

  it('names the row that holds most of the saved time where the mean shrank', () => {
    expect(whereFinding(answerOf([30, -90, -40]))).toMatchObject({ index: 1, share: 0.9, extent: 'nearly-all' });
  });

  it('says nothing where the interval of the total holds 0 or is open', () => {
    expect(whereFinding(answerOf([100], { low: 0 }))).toBeUndefined();
    expect(whereFinding(answerOf([100], { low: -3 }))).toBeUndefined();
    expect(whereFinding(answerOf([-100], { high: 0 }))).toBeUndefined();
    expect(whereFinding(answerOf([100], { high: undefined }))).toBeUndefined();
    expect(whereFinding(answerOf([100], { low: undefined, high: undefined }))).toBeUndefined();
    expect(whereFinding(answerOf([100], { low: 0.001 }))?.index).toBe(0);
    expect(whereFinding(answerOf([-100], { high: -0.001 }))?.index).toBe(0);
  });

  it('says nothing of 5 traces on a side, and of 6 what it says of more', () => {
    const answer = answerOf([100]);
    expect(whereFinding({ ...answer, tracesA: 5 })).toBeUndefined();
    expect(whereFinding({ ...answer, tracesB: 5 })).toBeUndefined();
    expect(whereFinding({ ...answer, tracesA: 6, tracesB: 6 })?.index).toBe(0);
  });

  it('says nothing where nothing differs', () => {
    expect(whereFinding(answerOf([]))).toBeUndefined();
    expect(whereFinding(answerOf([0, 0], { low: 0, high: 0 }))).toBeUndefined();
  });

  it.each([
    [[899, 101], 'part'],
    [[900, 100], 'nearly-all'],
    [[994, 6], 'nearly-all'],
    [[995, 5], 'all'],
    [[1050, -50], 'all'],
    [[1051, -51], 'more-than-all'],
    [[-995, -5], 'all'],
  ] as const)('puts %j into words as %s', (deltas, extent) => {
    expect(whereFinding(answerOf(deltas))?.extent).toBe(extent);
  });
});
