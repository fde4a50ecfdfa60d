import type { WhereAnswer, WhereRow } from './where-answer.ts';
import { whereDoubt } from './where-doubt.ts';

/** How much of the difference one row holds, as a sentence says it: beyond `part` a share would say more than it knows. */
export type WhereExtent = 'all' | 'nearly-all' | 'part' | 'more-than-all';

/** The row that holds most of the extra or of the saved time. */
export interface WhereFinding {
  readonly row: WhereRow;
  /** Of the row in the answer. */
  readonly index: number;
  /** The row's difference over the total; above 1 where other rows went the other way. */
  readonly share: number;
  readonly extent: WhereExtent;
}

const ALL = 0.995;
const NEARLY_ALL = 0.9;
/** Above this a share no longer reads as one: the amount is named instead. */
const MORE_THAN_ALL = 1.05;

/**
 * The service and operation whose own critical path time grew most where the mean grew, and shrank most where it shrank, with its share of the
 * whole difference: `all` from 99.5 %, `nearly-all` from 90 %, `more-than-all` above 105 %, else `part`. Of several alike the first.
 * `undefined` where there is no difference to speak of: its interval holds 0, or an end of it is open, or a side has fewer than 6 traces.
 * O(n).
 */
export function whereFinding(answer: WhereAnswer): WhereFinding | undefined {
  if (whereDoubt(answer) !== undefined) return undefined;
  const { total, rows } = answer;
  const direction = directionOf(total.low, total.high);
  if (direction === undefined) return undefined;
  let index = -1;
  let most = 0;
  rows.forEach(({ delta }, at) => {
    if (direction * delta.value > most) {
      most = direction * delta.value;
      index = at;
    }
  });
  const row = rows[index];
  if (row === undefined) return undefined;
  const share = row.delta.value / total.value;
  return { row, index, share, extent: extentOf(share) };
}

function directionOf(low: number | undefined, high: number | undefined): 1 | -1 | undefined {
  if (low === undefined || high === undefined) return undefined;
  if (low > 0) return 1;
  return high < 0 ? -1 : undefined;
}

function extentOf(share: number): WhereExtent {
  if (share > MORE_THAN_ALL) return 'more-than-all';
  if (share >= ALL) return 'all';
  return share >= NEARLY_ALL ? 'nearly-all' : 'part';
}
