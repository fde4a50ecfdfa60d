import { describe, expect, it } from 'vitest';
import type { GroupRow } from '#core/analysis/explore-answer.ts';
import { groupToText, NONE, valueGroup } from '#core/analysis/group.ts';
import { groupStyles } from '../../ui/group-styles.ts';
import { distributionGroups } from './distribution-groups.ts';

function row(value: string | undefined, latencies: readonly number[], options: Partial<GroupRow> = {}): GroupRow {
  const estimate = { value: 1, low: undefined, high: undefined };
  return {
    group: value === undefined ? NONE : valueGroup(value),
    isHighlight: false,
    isIncluded: true,
    n: latencies.length,
    share: 0,
    p50: estimate,
    p95: estimate,
    p99: estimate,
    shift: undefined,
    verdict: undefined,
    latencies: Float64Array.from(latencies),
    ...options,
  };
}

function lanes(groups: readonly GroupRow[]): string[] {
  const styles = groupStyles({ scope: 'event', key: 'lot' }, groups);
  return distributionGroups({ groups }, styles, {
    names: groups.map(({ group }) => groupToText(group)),
    others: (values) => `Other (${values})`,
  }).map(({ label, latencies }) => `${label}: ${latencies.join(' ')}`);
}

const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

describe('distributionGroups', () => {
  it('keeps the order of the answer and leaves out what is excluded or empty', () => {
    expect(lanes([row('b', [1]), row('a', [2]), row('c', [3], { isIncluded: false }), row('d', [])])).toEqual([
      'b: 1',
      'a: 2',
    ]);
  });

  it('draws six values and the rest as Other, before traces without the key', () => {
    const groups = [...seven.map((value) => row(value, [1, 2])), row('h', [4]), row(undefined, [9]), row('i', [3])];
    const rows = [...groups.filter(({ group }) => group.kind === 'value'), row(undefined, [9])];
    expect(lanes(rows)).toEqual([
      ...seven.slice(0, 6).map((value) => `${value}: 1 2`),
      'Other (3): 1 2 3 4',
      '(none): 9',
    ]);
  });

  it('names a single value too many', () => {
    expect(lanes(seven.map((value, i) => row(value, i === 6 ? [5] : [1, 2]))).at(-1)).toBe('g: 5');
  });
});
