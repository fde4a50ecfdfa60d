import { describe, expect, it } from 'vitest';
import { type Evidence, verdictOf } from './verdict.ts';

const slower: Evidence = {
  nA: 6,
  nB: 6,
  shift: { value: 10, low: 1, high: 20 },
  probabilitySlower: { value: 0.9, low: 0.6, high: 1 },
  pAdjusted: 0.01,
};
const faster: Evidence = {
  ...slower,
  shift: { value: -10, low: -20, high: -1 },
  probabilitySlower: { value: 0.1, low: 0, high: 0.4 },
};
const shiftTouches = { value: 10, low: 0, high: 20 };
const pairsTouch = { value: 0.9, low: 0.5, high: 1 };

describe('verdictOf', () => {
  it('says clearly when shift, pairs and p agree', () => {
    expect(verdictOf(slower)).toBe('clearly-slower');
    expect(verdictOf(faster)).toBe('clearly-faster');
  });

  it('says nothing about five traces, on either side, however far apart they are', () => {
    expect(verdictOf({ ...slower, nA: 5, nB: 500 })).toBe('too-few');
    expect(verdictOf({ ...slower, nA: 500, nB: 5 })).toBe('too-few');
    expect(verdictOf({ ...slower, nA: 6, nB: 500 })).toBe('clearly-slower');
  });

  it('does not take an interval that touches its value for one that excludes it', () => {
    expect(verdictOf({ ...slower, shift: shiftTouches })).toBe('possibly-slower');
    expect(verdictOf({ ...faster, shift: { value: -10, low: -20, high: 0 } })).toBe('possibly-faster');
    expect(verdictOf({ ...slower, probabilitySlower: pairsTouch })).toBe('possibly-slower');
    expect(verdictOf({ ...faster, probabilitySlower: { value: 0.1, low: 0, high: 0.5 } })).toBe('possibly-faster');
  });

  it('wants p below 0.05, not at it', () => {
    expect(verdictOf({ ...slower, pAdjusted: 0.05 })).toBe('possibly-slower');
    expect(verdictOf({ ...slower, pAdjusted: 0.0499 })).toBe('clearly-slower');
  });

  it('says possibly on one witness alone, whichever it is', () => {
    expect(verdictOf({ ...slower, shift: shiftTouches, probabilitySlower: pairsTouch })).toBe('possibly-slower');
    expect(verdictOf({ ...slower, shift: shiftTouches, pAdjusted: 1 })).toBe('possibly-slower');
    expect(verdictOf({ ...faster, probabilitySlower: { value: 0.1, low: 0, high: 0.5 }, pAdjusted: 1 })).toBe(
      'possibly-faster',
    );
  });

  it('finds no difference without a witness', () => {
    expect(verdictOf({ ...slower, shift: shiftTouches, probabilitySlower: pairsTouch, pAdjusted: 0.05 })).toBe(
      'no-difference',
    );
  });

  it('takes an open end for one that excludes nothing', () => {
    const open = { value: 10, low: undefined, high: undefined };
    expect(verdictOf({ ...slower, shift: open })).toBe('possibly-slower');
    expect(verdictOf({ ...slower, shift: { value: 10, low: 1, high: undefined } })).toBe('clearly-slower');
    expect(verdictOf({ ...slower, shift: open, probabilitySlower: pairsTouch, pAdjusted: 1 })).toBe('no-difference');
  });
});
