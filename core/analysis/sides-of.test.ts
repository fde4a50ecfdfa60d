import { expect, it } from 'vitest';
import { tableOfDurations } from '../testing/table-of-durations.ts';
import { unixMicros } from '../units.ts';
import { explore } from './explore.ts';
import { valueGroup } from './group.ts';
import { sidesOf } from './sides-of.ts';

it('the sides are the highlighted traces and all others', () => {
  const answer = explore(tableOfDurations({ 凶: [5, 6], 吉: [1], 大吉: [2] }), {
    measure: 'root',
    key: undefined,
    highlight: valueGroup('凶'),
    split: undefined,
    filters: [],
    pick: undefined,
    from: unixMicros(0),
    to: unixMicros(Number.MAX_SAFE_INTEGER),
    minutesEastOfUtc: 0,
    sort: { column: 'time', direction: 'ascending' },
  });
  const durations = (rows: Int32Array) =>
    [...rows].map((row) => answer.points.latency[answer.points.trace.indexOf(row)]);
  const { a, b } = sidesOf(answer);
  expect(durations(a).sort()).toEqual([5, 6]);
  expect(durations(b).sort()).toEqual([1, 2]);
});
