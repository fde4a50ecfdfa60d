import { describe, expect, it } from 'vitest';
import type { Points } from '#core/analysis/explore-answer.ts';
import { unixMicros } from '#core/units.ts';
import { en } from '../../ui/words/en.ts';
import { equalWindows } from './equal-windows.ts';
import { slowestSplit } from './slowest-split.ts';
import { splitText } from './split-text.ts';

function pointsOf(latencies: readonly number[]): Points {
  const none = new Int32Array(latencies.length);
  const time = new Float64Array(latencies.length);
  const isPicked = new Uint8Array(latencies.length);
  return { trace: none, time, latency: Float64Array.from(latencies), group: none, isPicked };
}

describe('the slowest tenth', () => {
  it('begins at the ninth decile, whenever the traces were', () => {
    const split = slowestSplit({ points: pointsOf([9, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11]) });
    expect(split).toMatchObject({ kind: 'box', box: { from: 0, min: 10 } });
    expect(split && splitText(split, en)).toBe('A: 10\u202fµs or longer');
  });

  it('is none of no traces', () => {
    expect(slowestSplit({ points: pointsOf([]) })).toBeUndefined();
  });
});

describe('equal windows', () => {
  const range = { from: unixMicros(100), to: unixMicros(200) };
  it.each([
    [120, 100, 139],
    [150, 100, 199],
    [190, 180, 199],
  ])('around %i are from %i to %i', (at, from, to) => {
    expect(equalWindows(unixMicros(at), range)).toMatchObject({ kind: 'box', box: { from, to, min: 0 } });
  });
});

describe('a split in words', () => {
  const at = unixMicros(1_795_424_400_000_000);
  it('names the box by its ends', () => {
    const box = { from: at, to: unixMicros(at + 60_000_000), min: 460_000, max: 1_700_000 };
    expect(splitText({ kind: 'box', box }, en, 'UTC')).toBe('A: 09:00:00–09:01:00, 460\u202fms–1.70\u202fs');
  });

  it('says that filters or an instant make the sides', () => {
    expect(splitText({ kind: 'filters' }, en)).toBe('A: what the filters hold');
    expect(splitText({ kind: 'instant', at }, en)).toBe('after against before');
  });
});
