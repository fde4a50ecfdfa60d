import { formatCount } from '#core/format/format-count.ts';

export const values = {
  heading: (key: string) => `Values of ${key}`,
  headingSides: 'The two sides',
  /** What the numbers are, and which rest is meant. */
  caption: 'estimate and 95 % interval; each value against the rest',
  captionWithout: (highlight: string) =>
    `estimate and 95 % interval; each value against the rest, without ${highlight}`,
  captionNothing: 'estimate and 95 % interval',
  value: 'Value',
  count: 'n',
  share: 'Share',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
  shift: 'Shift',
  verdict: 'Verdict',
  none: '(none)',
  noneExplained: (key: string) => `Traces without ${key}`,
  several: '(several)',
  severalExplained: (key: string) => `Traces with more than one value of ${key}`,
  emptyValue: '(empty)',
  sides: { A: 'A', B: 'B', after: 'after', before: 'before' },
  derivedKeys: {
    root: 'root operation',
    spans: 'number of spans',
    error: 'has an error',
    services: 'services',
    hour: 'hour of day',
    half: 'half of the range',
  },
  derivedCall: (call: string) => `calls ${call}`,
  eventName: 'event name',
  highlighted: 'highlighted',
  leftOut: 'left out',
  verdicts: {
    'clearly-slower': 'Clearly slower',
    'clearly-faster': 'Clearly faster',
    'possibly-slower': 'Possibly slower',
    'possibly-faster': 'Possibly faster',
    'no-difference': 'no difference found',
    'too-few': 'Too few',
  },
  tooFewExplained: 'Fewer than 6 traces on one side: too few to say',
  noRest: 'nothing to compare with',
  choose: (value: string) => `${value}: choose`,
  highlight: 'Highlight',
  only: 'Only this value',
  leaveOut: 'Leave this value out',
  putBack: 'Put it back',
  showAll: (count: number) => `Show all ${formatCount(count)} values`,
  showFewer: 'Show fewer',
  filters: 'Filters',
  filterIs: (key: string, groups: readonly string[]) => `${key} is ${joinOr(groups)}`,
  filterIsNot: (key: string, groups: readonly string[]) => `${key} is not ${joinOr(groups)}`,
  filterBox: (from: string, to: string, min: string, max: string) => `${from}–${to}, ${min}–${max}`,
  removeFilter: (filter: string) => `Remove the filter: ${filter}`,
  clearAll: 'Clear all',
  counts: (included: number, loaded: number) => `${formatCount(included)} of ${formatCount(loaded)} traces`,
};

/** As many values as a chip can name. */
const MAX_NAMED = 4;

function joinOr(names: readonly string[]): string {
  if (names.length > MAX_NAMED) {
    return `${names.slice(0, MAX_NAMED - 1).join(', ')} or ${formatCount(names.length - MAX_NAMED + 1)} others`;
  }
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
