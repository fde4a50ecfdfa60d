import type { SpanTable } from '../../spans/span-table.ts';

/**
 * Critical path time of each span of the traces in `rows`, µs, per span of the table; 0 for all other spans. The same times as
 * `criticalPathTimes` of core/trace gives, which explains them; here without an object per span, for a million of them.
 */
export function criticalTimes(table: SpanTable, rows: Int32Array): Float64Array {
  const times = new Float64Array(table.spanCount);
  const walker = new Walker(table, times);
  for (const trace of rows) walker.walk(table.firstSpan[trace]!, table.firstSpan[trace + 1]!);
  return times;
}

/**
 * Walks back from the end of a root, over arrays that are used again for each trace. Spans count from the trace's first.
 *
 *     children      of span s: children[firstChild[s]] … children[firstChild[s + 1] − 1]; the place is used again for those that
 *                   lie within the part of s that is waited for, in the order of their ends, childCount[s] of them
 *     from, cursor  of span s, once it has been entered; start and end of a span are cut to what is left of its parent
 */
class Walker {
  readonly #table: SpanTable;
  readonly #times: Float64Array;
  #firstChild = new Int32Array(0);
  #children = new Int32Array(0);
  #childCount = new Int32Array(0);
  #start = new Float64Array(0);
  #end = new Float64Array(0);
  #cursor = new Float64Array(0);
  #open = new Int32Array(0);

  constructor(table: SpanTable, times: Float64Array) {
    this.#table = table;
    this.#times = times;
  }

  walk(first: number, end: number): void {
    const count = end - first;
    this.#makeRoom(count);
    this.#listChildren(first, count);
    const { spanDuration, spanStart } = this.#table;
    let open = 0;
    this.#enter(first, 0, spanStart[first]!, spanStart[first]! + spanDuration[first]!);
    this.#open[open++] = 0;
    while (open > 0) {
      const span = this.#open[open - 1]!;
      const left = this.#childCount[span]!;
      if (left === 0) {
        this.#times[first + span]! += Math.max(0, this.#cursor[span]! - this.#start[span]!);
        open--;
        continue;
      }
      this.#childCount[span] = left - 1;
      const child = this.#children[this.#firstChild[span]! + left - 1]!;
      if (this.#end[child]! > this.#cursor[span]!) continue;
      this.#times[first + span]! += this.#cursor[span]! - this.#end[child]!;
      this.#cursor[span] = this.#start[child]!;
      this.#enter(first, child, this.#start[child]!, this.#end[child]!);
      this.#open[open++] = child;
    }
  }

  /** Keeps those children of `span` that lie within from … to, cut to it, in the order in which they are taken off the end. */
  #enter(first: number, span: number, from: number, to: number): void {
    const { spanStart, spanDuration } = this.#table;
    this.#start[span] = from;
    this.#cursor[span] = to;
    const firstChild = this.#firstChild[span]!;
    let kept = firstChild;
    for (let at = firstChild; at < this.#firstChild[span + 1]!; at++) {
      const child = this.#children[at]!;
      const start = Math.max(spanStart[first + child]!, from);
      const end = Math.min(spanStart[first + child]! + spanDuration[first + child]!, to);
      if (start >= end) continue;
      this.#start[child] = start;
      this.#end[child] = end;
      this.#children[kept++] = child;
    }
    this.#childCount[span] = kept - firstChild;
    if (kept - firstChild > 1) this.#sort(firstChild, kept);
  }

  /** By end; of those that end together the longest is last, and of the same the first. */
  #sort(from: number, to: number): void {
    this.#children
      .subarray(from, to)
      .sort((a, b) => this.#end[a]! - this.#end[b]! || this.#start[b]! - this.#start[a]! || b - a);
  }

  #listChildren(first: number, count: number): void {
    const { spanParent } = this.#table;
    const firstChild = this.#firstChild;
    firstChild.fill(0, 0, count + 1);
    for (let span = 0; span < count; span++) {
      const parent = spanParent[first + span]!;
      if (parent >= 0) firstChild[parent - first + 1]!++;
    }
    for (let span = 0; span < count; span++) firstChild[span + 1]! += firstChild[span]!;
    const filled = this.#childCount;
    filled.set(firstChild.subarray(0, count));
    for (let span = 0; span < count; span++) {
      const parent = spanParent[first + span]!;
      if (parent >= 0) this.#children[filled[parent - first]!++] = span;
    }
  }

  #makeRoom(count: number): void {
    if (this.#children.length >= count) return;
    const room = count * 2;
    this.#firstChild = new Int32Array(room + 1);
    this.#children = new Int32Array(room);
    this.#childCount = new Int32Array(room);
    this.#open = new Int32Array(room);
    this.#start = new Float64Array(room);
    this.#end = new Float64Array(room);
    this.#cursor = new Float64Array(room);
  }
}
