import type { WhereRow } from '#core/analysis/where/where-answer.ts';
import type { Micros } from '#core/units.ts';

/** Where the bars of a table begin and how long they are, as shares of the column's width. */
export interface BarScale {
  /** Of the line that all bars start from. */
  readonly zeroShare: number;
  readonly sharePerMicro: number;
  /** Of all differences, by size. */
  readonly largest: Micros;
}

/** One scale for both directions, so that less and more can be compared; all 0 is a line at the left. */
export function barScale(rows: readonly WhereRow[]): BarScale {
  let most = 0;
  let least = 0;
  for (const { delta } of rows) {
    most = Math.max(most, delta.value);
    least = Math.min(least, delta.value);
  }
  const span = most - least;
  return {
    zeroShare: span > 0 ? -least / span : 0,
    sharePerMicro: span > 0 ? 1 / span : 0,
    largest: Math.max(most, -least),
  };
}
