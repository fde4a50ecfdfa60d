import type { Sort, SortColumn } from '#core/analysis/explore-question.ts';

/** What is looked for first in each column: the newest, the slowest, the most. */
const FIRST_DIRECTION: { readonly [column in SortColumn]: Sort['direction'] } = {
  time: 'descending',
  root: 'ascending',
  duration: 'descending',
  spans: 'descending',
  errors: 'descending',
  group: 'ascending',
};

/** The order after a click on a column's head: its first direction, or the other one if it is sorted by it already. */
export function nextSort(sort: Sort, column: SortColumn): Sort {
  if (sort.column !== column) return { column, direction: FIRST_DIRECTION[column] };
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}
