export const keys = {
  title: 'What explains the latency',
  lead: 'Annotations by ε², the share of the variation in rank',
  leadSample: 'By ε², on a sample so far; all traces are being looked at',
  search: 'Search keys and values',
  scopes: { event: 'event', tag: 'tag', resource: 'resource', trace: 'trace' },
  values: (n: string) => (n === '1' ? '1 value' : `${n} values`),
  onTraces: (share: string) => `on ${share} of the traces`,
  setAside: 'Set aside',
  oneValue: 'one value',
  uniqueValues: (n: string) => `${n} distinct`,
  noDifference: 'no difference',
  tooFew: 'too few to say',
  slowerWithMore: 'slower with more',
  fasterWithMore: 'faster with more',
  sameSplit: (key: string, more: number) => `same split as ${key}${more === 0 ? '' : ` and ${more} more`}`,
  sameTraces: (n: string) => (key: string, more: number) =>
    `same ${n} traces as ${key}${more === 0 ? '' : ` and ${more} more`}`,
  folded: (n: string) => `${n} more operations that a trace has or has not: search`,
  foundValues: 'Values',
  none: 'No annotation yet',
  help: (explained: string, most: string, n: string, p: string, adjusted: string) =>
    `ε² ${explained}, of at most ${most} for groups of these sizes; on ${n} traces; ${p}, adjusted ${adjusted}. How much of the order of latencies goes with this key: no cause.`,
};
