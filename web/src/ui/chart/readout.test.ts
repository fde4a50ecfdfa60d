import { describe, expect, it } from 'vitest';
import { durationAxis } from '../duration-axis.ts';
import type { DistributionGroup } from './distribution-group.ts';
import { readoutAt } from './readout.ts';

const group: DistributionGroup = {
  id: 'a',
  label: 'a',
  style: { color: '', textColor: '', mark: 'disc', dash: undefined, role: 'slot' },
  latencies: Float64Array.from([0, 120, 123, 123, 124]),
  p50: undefined,
  p95: undefined,
  p99: undefined,
};
const axis = durationAxis('log', 120, 124);

describe('readoutAt', () => {
  it('counts at or below the duration that it shows', () => {
    expect(readoutAt([group], axis, Math.log10(123.3))).toEqual({ micros: 123, counts: [4] });
  });

  it('counts the zeros in their lane', () => {
    expect(readoutAt([group], axis, axis.min)).toEqual({ micros: 0, counts: [1] });
  });
});
