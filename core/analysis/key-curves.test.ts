import { expect, it } from 'vitest';
import { tableOfDurations } from '../testing/table-of-durations.ts';
import { unixMicros } from '../units.ts';
import { groupToText } from './group.ts';
import { keyCurves } from './key-curves.ts';
import { traceLatencies } from './trace-latencies.ts';

const CONTEXT = { from: unixMicros(0), to: unixMicros(Number.MAX_SAFE_INTEGER), minutesEastOfUtc: 0 };
const omikuji = { scope: 'event', key: 'omikuji' } as const;

it('curves of a key are its largest groups, each in the order of latency', () => {
  const table = tableOfDurations({ a: [3, 1, 2], b: [9], c: [8, 7], d: [1], e: [1], f: [1], g: [1] });
  const rows = Int32Array.from({ length: table.traceCount }, (_, row) => row).slice(1);
  const curves = keyCurves(table, rows, traceLatencies(table, 'root', undefined), omikuji, CONTEXT);
  expect(curves).toHaveLength(6);
  expect(curves.slice(0, 3).map(({ group, latencies }) => [groupToText(group), ...latencies])).toEqual([
    ['a', 1, 2],
    ['c', 7, 8],
    ['b', 9],
  ]);
});
