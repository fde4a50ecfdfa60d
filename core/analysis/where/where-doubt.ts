import { hasFewTraces } from '../has-few-traces.ts';
import type { WhereAnswer } from './where-answer.ts';

/**
 * - `no-interval`: one trace on a side, whose mean has no variance to see: every interval is open.
 * - `few-traces`: fewer than 6 on a side: there are intervals, but they rest on so few means that nothing is said.
 */
export type WhereDoubt = 'no-interval' | 'few-traces';

/** Why the differences are numbers only, and none of them is a finding; `undefined` where both sides have traces enough. */
export function whereDoubt({ tracesA, tracesB }: Pick<WhereAnswer, 'tracesA' | 'tracesB'>): WhereDoubt | undefined {
  if (Math.min(tracesA, tracesB) < 2) return 'no-interval';
  return hasFewTraces(tracesA, tracesB) ? 'few-traces' : undefined;
}
