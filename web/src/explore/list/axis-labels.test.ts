import { describe, expect, it } from 'vitest';
import { SECOND } from '#core/units.ts';
import { durationAxis } from '../../ui/duration-axis.ts';
import { axisLabels } from './axis-labels.ts';

function texts(...axis: Parameters<typeof durationAxis>): string {
  return axisLabels(durationAxis(...axis))
    .map(({ text }) => text.replaceAll('\u202f', ''))
    .join(' ');
}

describe('axisLabels', () => {
  it('names zero and every second decade of the demo', () => {
    expect(texts('log', 12, 1.01 * SECOND)).toBe('0 100µs 10ms 1s');
  });

  it('never names more than four', () => {
    expect(texts('log', 1, 3000 * SECOND)).toBe('0 100ms 1000s');
  });

  it('leaves out a label that would stand on the one before', () => {
    expect(texts('log', SECOND, SECOND)).toBe('0 10s');
  });

  it('names a linear scale', () => {
    expect(texts('linear', 12, SECOND)).toBe('0 200ms 600ms 1s');
  });

  it('has its labels within the axis', () => {
    for (const { share } of axisLabels(durationAxis('log', 12, SECOND))) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });
});
