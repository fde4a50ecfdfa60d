import type { SpanTable } from '../../spans/span-table.ts';
import type { Micros } from '../../units.ts';
import { criticalTimes } from './critical-times.ts';
import type { PathTree } from './path-tree.ts';

/** Critical path times of a group of traces, by path. All arrays have a place per node of the tree. */
export interface PathTimes {
  readonly traces: number;
  /** Of all roots, µs. */
  readonly rootTime: Micros;
  /** Σ(x − mean)² of the durations of roots. */
  readonly rootSquares: number;
  /** Σ of critical path times, µs: whole numbers where the times are. Over all nodes they add up to `rootTime`. */
  readonly time: Float64Array;
  /** Σ(x − mean)² over all traces of the group, a trace without the path counting as 0. */
  readonly squares: Float64Array;
  readonly calls: Float64Array;
}

const NO_NODE = -1;

/**
 * Adds up the critical path times of the traces in `rows` by path. Spans outside the root's tree are on no path. Paths that are not in
 * `tree` yet are put there. O(spans).
 */
export function pathTimes(table: SpanTable, rows: Int32Array, tree: PathTree): PathTimes {
  const times = criticalTimes(table, rows);
  const nodes = nodesOfSpans(table, rows, tree);
  const size = tree.nodes.length;
  const calls = new Float64Array(size);
  const time = new Float64Array(size);
  let rootTime = 0;
  for (const trace of rows) {
    rootTime += table.spanDuration[table.firstSpan[trace]!]!;
    for (let span = table.firstSpan[trace]!; span < table.firstSpan[trace + 1]!; span++) {
      const node = nodes[span]!;
      if (node === NO_NODE) continue;
      calls[node]!++;
      time[node]! += times[span]!;
    }
  }
  const { squares, rootSquares } = squaresOf(table, rows, { times, nodes, time, rootTime });
  return { traces: rows.length, rootTime, rootSquares, time, squares, calls };
}

/** Per span of the table: the node of its path, `NO_NODE` outside of `rows` and of the trees of their roots. */
function nodesOfSpans(table: SpanTable, rows: Int32Array, tree: PathTree): Int32Array {
  const nodes = new Int32Array(table.spanCount).fill(NO_NODE);
  for (const trace of rows) {
    const first = table.firstSpan[trace]!;
    for (let span = first; span < table.firstSpan[trace + 1]!; span++) {
      const parent = table.spanParent[span]!;
      const caller = parent < 0 ? NO_NODE : nodes[parent]!;
      if (caller === NO_NODE && span !== first) continue;
      nodes[span] = tree.child(caller, table.spanService[span]!, table.spanOperation[span]!);
    }
  }
  return nodes;
}

/**
 * A second pass, with the means known: from sums of squares the variance of times that are long and alike would be lost in rounding.
 */
function squaresOf(
  table: SpanTable,
  rows: Int32Array,
  sums: {
    readonly times: Float64Array;
    readonly nodes: Int32Array;
    readonly time: Float64Array;
    readonly rootTime: Micros;
  },
): { readonly squares: Float64Array; readonly rootSquares: number } {
  const { times, nodes, time, rootTime } = sums;
  const size = time.length;
  const means = time.map((sum) => sum / rows.length);
  const squares = new Float64Array(size);
  const tracesWith = new Float64Array(size);
  const timeInTrace = new Float64Array(size);
  const lastTrace = new Int32Array(size).fill(NO_NODE);
  const touched: number[] = [];
  let rootSquares = 0;
  for (const trace of rows) {
    rootSquares += (table.spanDuration[table.firstSpan[trace]!]! - rootTime / rows.length) ** 2;
    for (let span = table.firstSpan[trace]!; span < table.firstSpan[trace + 1]!; span++) {
      const node = nodes[span]!;
      if (node === NO_NODE) continue;
      if (lastTrace[node] !== trace) {
        lastTrace[node] = trace;
        timeInTrace[node] = 0;
        touched.push(node);
      }
      timeInTrace[node]! += times[span]!;
    }
    for (const node of touched) {
      tracesWith[node]!++;
      squares[node]! += (timeInTrace[node]! - means[node]!) ** 2;
    }
    touched.length = 0;
  }
  for (let node = 0; node < size; node++) squares[node]! += (rows.length - tracesWith[node]!) * means[node]! ** 2;
  return { squares, rootSquares };
}
