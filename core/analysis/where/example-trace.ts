import type { SpanTable } from '../../spans/span-table.ts';
import { quantile } from '../quantile.ts';
import { criticalTimes } from './critical-times.ts';

/** A call on a path from the root. */
export interface Call {
  readonly service: string;
  readonly operation: string;
}

/**
 * The trace to look at for a path: of those in `rows` that have it, the one whose critical path time on it is nearest to their median; of
 * several the first. `undefined` where none has it.
 */
export function exampleTrace(table: SpanTable, rows: Int32Array, path: readonly Call[]): number | undefined {
  const times = criticalTimes(table, rows);
  const onPath = [...rows].flatMap((trace) => {
    const time = timeOnPath(table, trace, path, times);
    return time === undefined ? [] : [{ trace, time }];
  });
  const median = quantile(Float64Array.from(onPath, ({ time }) => time).sort(), 0.5);
  if (median === undefined) return undefined;
  return onPath.reduce((best, each) => (Math.abs(each.time - median) < Math.abs(best.time - median) ? each : best))
    .trace;
}

function timeOnPath(table: SpanTable, trace: number, path: readonly Call[], times: Float64Array): number | undefined {
  const first = table.firstSpan[trace]!;
  // How many calls of the path the span and its callers are; −1 where they have left it.
  const matched = new Int32Array(table.firstSpan[trace + 1]! - first).fill(-1);
  let time: number | undefined;
  for (let span = first; span < table.firstSpan[trace + 1]!; span++) {
    const parent = table.spanParent[span]!;
    const before = span === first ? 0 : parent < 0 ? -1 : matched[parent - first]!;
    const call = path[before];
    if (before < 0 || call === undefined) continue;
    if (table.services[table.spanService[span]!] !== call.service) continue;
    if (table.operations[table.spanOperation[span]!] !== call.operation) continue;
    matched[span - first] = before + 1;
    if (before + 1 === path.length) time = (time ?? 0) + times[span]!;
  }
  return time;
}
