import { describe, expect, it } from 'vitest';
import { durationAxis } from '../duration-axis.ts';
import { axisLabels } from './axis-labels.ts';
import { withZeroLane } from './with-zero-lane.ts';

const texts = (...args: Parameters<typeof axisLabels>): string =>
  axisLabels(...args)
    .map(({ text }) => text || '·')
    .join(' ')
    .replaceAll('\u202f', '');

describe('axisLabels', () => {
  it('labels every decade of a wide axis and every second of a narrow one', () => {
    const axis = durationAxis('log', 12, 1_003_000);
    expect(texts(axis, 970, 54)).toBe('0 10µs 100µs 1ms 10ms 100ms 1s');
    expect(texts(axis, 230, 54)).toBe('0 10µs · 1ms · 100ms ·');
  });

  it('labels a linear axis from 0', () => {
    expect(texts(durationAxis('linear', 12, 480_000), 970, 54)).toBe('0 100ms 200ms 300ms 400ms 500ms');
  });
});

describe('withZeroLane', () => {
  it('makes room for the label of 0 on a short axis', () => {
    const axis = withZeroLane(durationAxis('log', 12, 1_003_000), 230, 24, 16);
    const pxPerUnit = 230 / (axis.max - axis.min);
    expect((axis.zeroLane!.to - axis.zeroLane!.from) * pxPerUnit).toBeCloseTo(24);
    expect((1 - axis.zeroLane!.to) * pxPerUnit).toBeCloseTo(16);
    expect(axis.positionOf(0)).toBeCloseTo((axis.zeroLane!.from + axis.zeroLane!.to) / 2);
    expect(axis.majors[0]!.position).toBe(axis.positionOf(0));
  });

  it('leaves an axis with a lane wide enough, and a linear one, as they are', () => {
    const wide = durationAxis('log', 12, 1_003_000);
    expect(withZeroLane(wide, 2_000, 24, 16).min).toBeCloseTo(wide.min);
    const linear = durationAxis('linear', 12, 1_000);
    expect(withZeroLane(linear, 230, 24, 16)).toBe(linear);
  });
});
