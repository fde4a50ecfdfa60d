import type { SpanTable } from '../../spans/span-table.ts';
import type { Micros } from '../../units.ts';
import { type PathTimes, pathTimes } from './path-times.ts';
import { type PathNode, PathTree } from './path-tree.ts';
import { welchDifference } from './welch-interval.ts';
import type { WhereAnswer, WhereRow, WhereState } from './where-answer.ts';

/**
 * Which service and operation, by path from the root, holds the difference between the mean durations of the traces `a` and `b` (rows
 * of the table). Critical path times of a trace add up to the duration of its root; so the differences of their means add up to that of
 * the roots.
 *
 *     path               a: mean  b: mean      Δ
 *     demo /handler         60 µs    58 µs    +2 µs
 *       demo /omikuji     1.00 s      5 µs   +1.00 s
 *                         ──────   ───────   ───────
 *                          = the roots' means and their Δ
 *
 * A mean is calls per trace × time per call. What more calls come to is their difference times the mean of both groups' time per call,
 * and the other way round: both parts together are Δ, and neither group is preferred (Shapley's division of a product). Where a path
 * occurs in one group only, its time per call there stands for both. `undefined` where a group is empty. O(spans).
 */
export function where(table: SpanTable, a: Int32Array, b: Int32Array): WhereAnswer | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  const tree = new PathTree(table.operations.length);
  const timesA = pathTimes(table, a, tree);
  const timesB = pathTimes(table, b, tree);
  const differences = tree.nodes.map((_, node) => differenceOf(timesOf(timesA, node), timesOf(timesB, node)));
  const subtrees = subtreesOf(tree.nodes, differences);
  const rowOfNode = new Int32Array(tree.nodes.length);
  const rows: WhereRow[] = [];
  for (const index of orderOf(tree.nodes, subtrees)) {
    const node = tree.nodes[index]!;
    const parent = node.parent < 0 ? -1 : rowOfNode[node.parent]!;
    rowOfNode[index] = rows.length;
    rows.push({
      parent,
      depth: parent < 0 ? 0 : rows[parent]!.depth + 1,
      service: table.services[node.service]!,
      operation: table.operations[node.operation]!,
      ...differences[index]!,
      subtree: subtrees[index]!,
    });
  }
  return {
    tracesA: a.length,
    tracesB: b.length,
    total: welchDifference(rootMoments(timesA), rootMoments(timesB)),
    rows,
  };
}

function rootMoments({ traces, rootTime, rootSquares }: PathTimes) {
  return { n: traces, mean: rootTime / traces, squares: rootSquares };
}

/** Of one node in one group. */
interface NodeTimes {
  readonly n: number;
  readonly mean: Micros;
  readonly squares: number;
  /** Per trace. */
  readonly calls: number;
}

/** The first group is added up before the second has brought its own paths: what it lacks is 0. */
function timesOf({ traces, time, squares, calls }: PathTimes, node: number): NodeTimes {
  return {
    n: traces,
    mean: (time[node] ?? 0) / traces,
    squares: squares[node] ?? 0,
    calls: (calls[node] ?? 0) / traces,
  };
}

type Difference = Omit<WhereRow, 'parent' | 'depth' | 'service' | 'operation' | 'subtree'>;

function differenceOf(a: NodeTimes, b: NodeTimes): Difference {
  const delta = welchDifference(a, b);
  const perCallA = a.calls > 0 ? a.mean / a.calls : b.mean / b.calls;
  const perCallB = b.calls > 0 ? b.mean / b.calls : perCallA;
  const moreCalls = ((a.calls - b.calls) * (perCallA + perCallB)) / 2;
  return {
    meanA: a.mean,
    meanB: b.mean,
    callsA: a.calls,
    callsB: b.calls,
    delta,
    moreCalls,
    slowerCalls: delta.value - moreCalls,
    state: stateOf(a, b),
  };
}

function stateOf(a: NodeTimes, b: NodeTimes): WhereState {
  if (b.calls === 0) return 'only-in-a';
  if (a.calls === 0) return 'gone';
  return a.mean === 0 && b.mean > 0 ? 'no-longer-waited-for' : 'both';
}

/** The differences of each node and of all below it. */
function subtreesOf(nodes: readonly PathNode[], differences: readonly Difference[]): Float64Array {
  const subtrees = Float64Array.from(differences, ({ delta }) => delta.value);
  // A caller stands before its calls.
  for (let index = nodes.length - 1; index >= 0; index--) {
    const { parent } = nodes[index]!;
    if (parent >= 0) subtrees[parent]! += subtrees[index]!;
  }
  return subtrees;
}

/** Nodes in pre-order; of siblings that first whose subtree differs most. */
function orderOf(nodes: readonly PathNode[], subtrees: Float64Array): readonly number[] {
  // Those that differ least are put on the stack first, and so taken last.
  const leastFirst = nodes
    .map((_, index) => index)
    .sort((a, b) => Math.abs(subtrees[a]!) - Math.abs(subtrees[b]!) || b - a);
  const calls: number[][] = nodes.map(() => []);
  const open: number[] = [];
  for (const index of leastFirst) {
    const { parent } = nodes[index]!;
    (parent < 0 ? open : calls[parent]!).push(index);
  }
  const order: number[] = [];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    order.push(index);
    open.push(...calls[index]!);
  }
  return order;
}
