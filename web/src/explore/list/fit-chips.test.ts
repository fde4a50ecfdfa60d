import { describe, expect, it } from 'vitest';
import type { TraceRow } from '#core/analysis/trace-row.ts';
import { fitChips } from './fit-chips.ts';

function chip(key: string, value: string): TraceRow['chips'][number] {
  return { key: { scope: 'event', key }, value, isHighlight: false };
}

function fitted(...chips: readonly TraceRow['chips'][number][]): number {
  return fitChips(chips, 240).length;
}

describe('fitChips', () => {
  it('shows two that fit and leaves out a third that does not', () => {
    expect(fitted(chip('omikuji', '凶'), chip('event', '残念でした'), chip('otel.scope.name', 'omikuji'))).toBe(2);
  });

  it('shows three short ones, and never more', () => {
    const short = [chip('a', '1'), chip('b', '2'), chip('c', '3'), chip('d', '4')];
    expect(fitted(...short)).toBe(3);
  });

  it('shows the first, however long it is', () => {
    expect(fitted(chip('sql', 'x'.repeat(1_000_000)), chip('a', '1'))).toBe(1);
  });

  it('has nothing to show of nothing', () => {
    expect(fitted()).toBe(0);
  });
});
