import type { WhereAnswer, WhereRow } from '../analysis/where/where-answer.ts';
import { csvRow } from './csv-row.ts';

const HEADER = [
  'path',
  'service',
  'operation',
  'depth',
  'state',
  'mean_a_us',
  'mean_b_us',
  'delta_us',
  'delta_low_us',
  'delta_high_us',
  'more_calls_us',
  'slower_calls_us',
  'calls_a',
  'calls_b',
];

/**
 * Where the difference of two groups is, as CSV (RFC 4180): a record per service and operation by path from the root, in the order of the
 * page and all of them; `delta_us` adds up to the difference of the roots' mean durations. All durations in µs, calls per trace, an
 * interval's end empty where it is open.
 */
export function whereCsv({ rows }: Pick<WhereAnswer, 'rows'>): string {
  return [HEADER, ...rows.map((row, index) => cellsOf(row, pathOf(rows, index)))].map(csvRow).join('');
}

function cellsOf(row: WhereRow, path: string): readonly (string | number | undefined)[] {
  const { service, operation, depth, state, meanA, meanB, delta, moreCalls, slowerCalls, callsA, callsB } = row;
  return [
    path,
    service,
    operation,
    depth,
    state,
    meanA,
    meanB,
    delta.value,
    delta.low,
    delta.high,
    moreCalls,
    slowerCalls,
    callsA,
    callsB,
  ];
}

function pathOf(rows: readonly WhereRow[], index: number): string {
  const calls: string[] = [];
  for (let at = index; at >= 0; at = rows[at]!.parent) calls.unshift(`${rows[at]!.service} ${rows[at]!.operation}`);
  return calls.join(' › ');
}
