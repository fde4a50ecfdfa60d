import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';

/** Sums of doubles in another order differ by less than this part of what was added. */
const ROUNDING = 1e-9;

/**
 * The page says that the rows add up exactly: it must not say so when they do not.
 *
 * @throws Error where the differences of the rows do not add up to the total, but for the rounding of doubles. That is a bug.
 */
export function assertAddsUp({ rows, total }: WhereAnswer): void {
  let sum = 0;
  let size = 1;
  for (const { delta, meanA, meanB } of rows) {
    sum += delta.value;
    size += meanA + meanB;
  }
  if (!(Math.abs(sum - total.value) <= ROUNDING * size)) {
    throw new Error(`the rows of Where add up to ${sum} µs, not to ${total.value} µs`);
  }
}
