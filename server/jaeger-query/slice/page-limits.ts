import type { FoundTrace } from './search-page.ts';

/** How much a page can hold; `rows` is infinite where the storage does not stop at them. */
export interface PageLimits {
  readonly traces: number;
  readonly rows: number;
}

/** Cassandra reads this many rows of its index per trace that is asked for, then stops without a word. */
const ROWS_PER_TRACE = 3;

const MOST_FILL = 0.92;
const LEAST_FILL = 0.5;

/**
 * How full the next page should be. Nearly full, yet not so nearly that chance fills it, which costs a request: where `traces`
 * fill a page, their number varies by its square root.
 */
export function targetFill(traces: number): number {
  return Math.max(LEAST_FILL, Math.min(MOST_FILL, 1 - 2 / Math.sqrt(traces)));
}

/** @param countsEnds as `StorageKnowledge` has it: where it is true, the storage is not Cassandra */
export function pageLimits(limit: number, countsEnds: boolean | undefined): PageLimits {
  return { traces: limit, rows: countsEnds === true ? Number.POSITIVE_INFINITY : limit * ROWS_PER_TRACE };
}

/** 1 is full. */
export function fillOf(found: readonly FoundTrace[], limits: PageLimits): number {
  return Math.max(found.length / limits.traces, rowsOf(found) / limits.rows);
}

/** Rows of an index that a page can stand for, at most. */
export function rowsOf(found: readonly FoundTrace[]): number {
  return found.reduce((sum, trace) => sum + trace.rows, 0);
}
