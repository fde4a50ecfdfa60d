import { formatCount } from '#core/format/format-count.ts';

export const where = {
  caption: (countA: number, countB: number) =>
    `Mean critical path time per trace, {a} (${formatCount(countA)}) minus {b} (${formatCount(countB)}). The rows add up to {total} exactly.`,
  tab: 'Where',
  rest: 'the rest',
  table: 'Where the difference is',
  operation: 'Operation',
  difference: 'Difference',
  bar: 'less and more',
  moreCalls: 'more calls',
  slowerCalls: 'slower calls',
  calls: 'calls',
  example: 'Open a trace',
  openExample: (group: string, path: string) => `Open a trace of ${group} like this: ${path}`,
  onlyIn: (group: string) => `only in ${group}`,
  gone: 'gone',
  noLongerWaitedFor: 'no longer waited for',
  noLongerWaitedForExplained: 'Still called, but off the critical path: something else takes longer. Not faster.',
  folded: (rows: number, threshold: string) =>
    rows === 1
      ? `1 row with at most ${threshold} of difference is folded.`
      : `${formatCount(rows)} rows with at most ${threshold} of difference are folded.`,
  beyond: (rows: number) => `${formatCount(rows)} more rows.`,
  showAll: 'Show all',
  showMore: (rows: number) => `Show ${formatCount(rows)} more`,
  fold: 'Fold small rows',
  width: 'width:',
  meanIn: (group: string) => `mean in ${group}`,
  icicle: (group: string) => `Operations as an icicle, as wide as their mean in ${group} with what they call`,
  cell: (group: string, path: string, mean: string, difference: string, own: string) =>
    `${path}: ${mean} in ${group} with what it calls, ${difference}; its own part ${own}`,
  icicleNote: (group: string) =>
    `Width is the mean critical path time in ${group}, with children; tint marks where it grew. What is gone or no longer waited for has no width here and stands in the table.`,
  extraGoes: (amount: string) => `Where the extra ${amount} goes`,
  savedComesFrom: (amount: string) => `Where the ${amount} less comes from`,
  meanCriticalPath: 'mean, critical path',
  nothingToCompare: 'Nothing to compare: all traces are in one group.',
  loading: 'Comparing the critical paths…',
};
