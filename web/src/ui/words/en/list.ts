import type { Sort } from '#core/analysis/explore-question.ts';
import { formatCount } from '#core/format/format-count.ts';

export const list = {
  heading: 'Traces',
  caption: (count: number, sort: Sort) => `${formatCount(count)}, ${order(sort)}`,
  captionPicked: (picked: number, included: number, sort: Sort) =>
    `${formatCount(picked)} picked of ${formatCount(included)}, ${order(sort)}`,
  time: 'Time',
  root: 'Root',
  duration: 'Duration',
  annotations: 'Annotations',
  spans: 'Spans',
  errors: 'Errors',
  waterfall: 'Spans, own scale',
  sortBy: (column: string) => `Sort by ${column}`,
  spanCount: (count: number) => (count === 1 ? '1 span' : `${formatCount(count)} spans`),
  errorCount: (count: number) => (count === 1 ? '1 error' : `${formatCount(count)} errors`),
  more: (count: number) => `${formatCount(count)} more annotations`,
  open: (root: string, time: string, duration: string) => `Open the trace ${root} of ${time}, ${duration}`,
  arrived: 'just arrived',
  highlighted: 'highlighted',
  keysMove: 'move',
  keysOpen: 'open',
  keysNext: (highlight: string) => `next ${highlight}`,
  nothing: 'No trace passes the filters.',
};

function order({ column, direction }: Sort): string {
  const isUp = direction === 'ascending';
  switch (column) {
    case 'time':
      return isUp ? 'oldest first' : 'newest first';
    case 'duration':
      return isUp ? 'fastest first' : 'slowest first';
    case 'root':
      return isUp ? 'by root' : 'by root, backwards';
    case 'spans':
      return isUp ? 'fewest spans first' : 'most spans first';
    case 'errors':
      return isUp ? 'fewest errors first' : 'most errors first';
    case 'group':
      return isUp ? 'by annotation' : 'by annotation, backwards';
  }
}
