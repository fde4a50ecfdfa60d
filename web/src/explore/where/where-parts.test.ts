import { describe, expect, it } from 'vitest';
import type { WhereRow } from '#core/analysis/where/where-answer.ts';
import { assertAddsUp } from './assert-adds-up.ts';
import { barScale } from './bar-scale.ts';
import { foldRows } from './fold-rows.ts';
import { icicleLayout } from './icicle-layout.ts';
import { pathText } from './path-text.ts';
import { stepCell } from './step-cell.ts';
import { topRows } from './top-rows.ts';

function row(parent: number, operation: string, delta: number, patch: Partial<WhereRow> = {}): WhereRow {
  return {
    parent,
    depth: parent < 0 ? 0 : 1,
    service: 'shop',
    operation,
    meanA: Math.max(0, delta),
    meanB: Math.max(0, -delta),
    callsA: 1,
    callsB: 1,
    delta: { value: delta, low: delta - 1, high: delta + 1 },
    moreCalls: 0,
    slowerCalls: delta,
    subtree: delta,
    state: 'both',
    ...patch,
  };
}

/** A root, and so many calls of it with these differences. */
function tree(...deltas: readonly number[]): readonly WhereRow[] {
  return [row(-1, 'root', 0), ...deltas.map((delta, n) => row(0, `call ${n}`, delta))];
}

describe('folding', () => {
  it('shows a table that is read at a glance whole', () => {
    expect(foldRows(tree(1, 1000))).toEqual({ shown: [0, 1, 2], folded: 0, threshold: 0 });
  });

  it('folds what is below a four-hundredth of the largest difference, but no caller of what is shown', () => {
    const { shown, folded, threshold } = foldRows(tree(10_000, ...new Array<number>(20).fill(3), -26));
    expect([...shown]).toEqual([0, 1, 22]);
    expect(folded).toBe(20);
    expect(threshold).toBe(25);
  });

  it('shows no more than sixty rows at first, the largest among them', () => {
    const { shown } = foldRows(tree(...Array.from({ length: 500 }, (_, n) => 1000 + n)));
    expect(shown.length).toBeLessThanOrEqual(60);
    expect(shown).toContain(500);
  });
});

describe('the icicle', () => {
  const rows = [row(-1, 'root', 20), row(0, 'a', 60, { depth: 1 }), row(1, 'b', 10, { depth: 2 }), row(0, 'c', 10)];

  it('gives each call its time with its calls, within its caller', () => {
    const cells = icicleLayout(rows).map(({ rowIndex, depth, startShare, endShare }) => [
      rows[rowIndex]!.operation,
      depth,
      startShare,
      endShare,
    ]);
    expect(cells).toEqual([
      ['root', 0, 0, 1],
      ['a', 1, 0, 0.7],
      ['b', 2, 0, 0.1],
      ['c', 1, 0.7, 0.8],
    ]);
  });

  it('is empty where no time is spent', () => {
    expect(icicleLayout(tree(-5))).toEqual([]);
  });

  it('is walked by arrow keys', () => {
    const cells = icicleLayout(rows);
    const step = (at: number, key: string) => stepCell(cells, rows, at, key);
    expect([step(0, 'ArrowDown'), step(1, 'ArrowRight'), step(3, 'ArrowLeft'), step(2, 'ArrowUp')]).toEqual([
      1, 3, 1, 1,
    ]);
    expect([step(0, 'ArrowUp'), step(2, 'ArrowRight'), step(0, 'x')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the parts of the table', () => {
  it('have one scale for less and more', () => {
    const { zeroShare, sharePerMicro, largest } = barScale(tree(30, -10));
    expect([zeroShare, sharePerMicro * 30, largest]).toEqual([0.25, 0.75, 30]);
    expect(barScale(tree(0))).toEqual({ zeroShare: 0, sharePerMicro: 0, largest: 0 });
  });

  it('name a row by its path', () => {
    expect(pathText(tree(1), 1)).toBe('shop root › shop call 0');
  });

  it('say which rows differ most, in the order of the table', () => {
    expect(topRows(tree(1, -30, 5, 20), 3)).toEqual([2, 3, 4]);
  });

  it('must add up', () => {
    const rows = tree(1, 2);
    const answer = (value: number) => ({ tracesA: 6, tracesB: 6, total: { value, low: 0, high: 9 }, rows });
    expect(() => assertAddsUp(answer(3))).not.toThrow();
    expect(() => assertAddsUp(answer(4))).toThrow('add up');
  });
});
