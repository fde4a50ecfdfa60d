import type { WhereRow } from '#core/analysis/where/where-answer.ts';
import type { Micros } from '#core/units.ts';

export interface FoldedRows {
  /** Indices of the rows that are shown, in order. */
  readonly shown: readonly number[];
  readonly folded: number;
  /** Every folded row differs by less. */
  readonly threshold: Micros;
}

/** A table of so few rows is read at a glance: folding would save nothing. */
const FEW_ROWS = 12;
/** As many as are worth scrolling through; callers of shown rows count. */
const MOST_ROWS = 60;
/** Of the largest difference: what is below it is no part of the story. */
const SMALL_PART = 1 / 400;

/**
 * Which rows are shown at first: those that differ by a four-hundredth of the largest difference or more, or, if those are more than 60,
 * by so much that 60 remain, and the callers of all of them, without which a path could not be read. The threshold has two digits, so that the
 * sentence that names it is true as it is written. The largest is always shown. O(n log n).
 */
export function foldRows(rows: readonly WhereRow[]): FoldedRows {
  if (rows.length <= FEW_ROWS) return { shown: rows.map((_, index) => index), folded: 0, threshold: 0 };
  const sizes = rows.map(({ delta }) => Math.abs(delta.value));
  const order = sizes.map((_, index) => index).sort((a, b) => sizes[b]! - sizes[a]!);
  const largest = sizes[order[0]!]!;
  let threshold = Math.min(largest, upToTwoDigits(largest * SMALL_PART));
  const isShown = new Uint8Array(rows.length);
  let count = 0;
  for (const index of order) {
    if (sizes[index]! < threshold) break;
    const missing = missingCallers(rows, index, isShown);
    if (count > 0 && count + missing.length > MOST_ROWS) {
      threshold = Math.min(largest, upToTwoDigits(sizes[index]! * (1 + Number.EPSILON)));
      break;
    }
    for (const caller of missing) isShown[caller] = 1;
    count += missing.length;
  }
  return withThreshold(rows, sizes, threshold);
}

/** Those of at least the threshold, but for a tie of many of the largest, which is cut; and their callers. */
function withThreshold(rows: readonly WhereRow[], sizes: readonly number[], threshold: Micros): FoldedRows {
  const isShown = new Uint8Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length && count < MOST_ROWS; index++) {
    if (sizes[index]! < threshold) continue;
    for (const caller of missingCallers(rows, index, isShown)) {
      isShown[caller] = 1;
      count++;
    }
  }
  const shown = [...rows.keys()].filter((index) => isShown[index] === 1);
  return { shown, folded: rows.length - shown.length, threshold };
}

/** The row and those of its callers that are not shown yet. */
function missingCallers(rows: readonly WhereRow[], index: number, isShown: Uint8Array): readonly number[] {
  const missing: number[] = [];
  for (let at = index; at >= 0 && isShown[at] === 0; at = rows[at]!.parent) missing.push(at);
  return missing;
}

function upToTwoDigits(value: Micros): Micros {
  if (value <= 0) return 0;
  const power = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / power) * power;
}
