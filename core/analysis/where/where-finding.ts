import type { WhereAnswer, WhereRow } from './where-answer.ts';

/** How much of the extra time one row holds, as a sentence says it: beyond `part` a share would say more than it knows. */
export type WhereExtent = 'all' | 'nearly-all' | 'part' | 'more-than-all';

/** The row that holds most of the extra time. */
export interface WhereFinding {
  readonly row: WhereRow;
  /** Of the row in the answer. */
  readonly index: number;
  /** The row's difference over the total; above 1 where others shrank. */
  readonly share: number;
  readonly extent: WhereExtent;
}

const ALL = 0.995;
const NEARLY_ALL = 0.9;
/** Above this a share no longer reads as one: the amount is named instead. */
const MORE_THAN_ALL = 1.05;

/**
 * The service and operation whose own critical path time grew most, with its share of the extra time: `all` from 99.5 %, `nearly-all` from
 * 90 %, `more-than-all` above 105 %, else `part`. Of several that grew alike the first. `undefined` where there is no extra time to speak
 * of: the mean did not grow, or the interval of its difference holds 0 (an open end holds it).
 */
export function whereFinding({ total, rows }: WhereAnswer): WhereFinding | undefined {
  if (total.low === undefined || total.low <= 0) return undefined;
  let index = -1;
  let most = 0;
  rows.forEach(({ delta }, at) => {
    if (delta.value > most) {
      most = delta.value;
      index = at;
    }
  });
  const row = rows[index];
  if (row === undefined) return undefined;
  const share = most / total.value;
  return { row, index, share, extent: extentOf(share) };
}

function extentOf(share: number): WhereExtent {
  if (share > MORE_THAN_ALL) return 'more-than-all';
  if (share >= ALL) return 'all';
  return share >= NEARLY_ALL ? 'nearly-all' : 'part';
}
