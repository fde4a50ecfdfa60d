import { formatCount } from '#core/format/format-count.ts';

export const chart = {
  tabs: 'Charts',
  distribution: 'Distribution',
  overTime: 'Over time',
  curve: 'Curve',
  ecdf: 'ECDF',
  density: 'Density',
  histogram: 'Histogram',
  drawn: 'Drawn',
  traces: 'Traces',
  latencyOf: 'Latency of',
  measures: {
    root: 'root span',
    extent: 'whole trace',
    span: 'annotated span',
    self: 'self time',
  },
  measuresExplained: {
    root: 'Duration of the root span',
    extent: 'From the first start to the last end',
    span: 'Duration of the span that carries the annotation',
    self: 'Self time of the span that carries the annotation',
  },
  axis: 'Axis',
  axes: { log: 'log', linear: 'linear' },
  axesExplained: { log: 'Logarithmic, with a lane for 0 µs', linear: 'Linear, from 0' },
  showTable: 'Show as table',
  showChart: 'Show as chart',
  captionEcdf:
    'Share of traces at or below a duration; under it every trace as a mark, with p50 and p95 and their 95 % intervals',
  captionDensity:
    'How densely the traces lie along the axis; under it every trace as a mark, with p50 and p95 and their 95 % intervals',
  captionHistogram:
    'Share of the traces of each value in every stretch of the axis; under it every trace as a mark, with p50 and p95 and their 95 % intervals',
  captionTooFew: 'Every trace as a mark; no interval where there are too few',
  nothing: 'No trace to draw.',
  loading: 'Reading traces',
  others: (values: number) => `Other (${formatCount(values)})`,
  allTraces: 'All traces',
  lieOnOneAnother: (labels: readonly string[]) =>
    labels.length > 3
      ? `${labels.length} values lie on one another`
      : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)} lie on one another`,
  shiftDetail: (interval: string, unit: string) => `shift ${interval}${unit}, 95\u202f%`,
  thisTrace: (duration: string) => `this trace ${duration}`,
  shareOf: (count: number, n: number) => `${formatCount(count)} of ${formatCount(n)}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  atOrBelow: (duration: string) => `at or below ${duration}`,
  cursor: 'Duration to read shares at',
  distributionName: (traces: number, groups: string) =>
    `Distribution of the latency of ${formatCount(traces)} ${traces === 1 ? 'trace' : 'traces'}${groups === '' ? '' : `: ${groups}`}.`,
  groupInName: (label: string, n: number, median: string) => `${label} ${formatCount(n)}, median ${median}`,
  timeName: (traces: number, from: string, to: string) =>
    `Latency over time of ${formatCount(traces)} ${traces === 1 ? 'trace' : 'traces'}, ${from} to ${to}.`,
  tracesInTime: 'Traces in the order of time',
  traceAt: (time: string, duration: string, label: string) => `${time}, ${duration}, ${label}`,
  crowd: (count: number, highlighted: number, label: string | undefined) =>
    `${formatCount(count)} ${count === 1 ? 'trace' : 'traces'} here${label === undefined ? '' : `, ${formatCount(highlighted)} of them ${label}`}`,
  keysInTime: 'Arrow keys step through the traces, Enter opens one, Space picks a box around it.',
  keysInRange:
    'Arrow keys move it. Space sets a mark, and what lies between it and where you go is picked; Space again ends that.',
  pickedBox: 'Picked box',
  keysInBox: 'Arrow keys move it, with Shift they resize it, Escape clears it.',
  picked: (traces: number) => `${formatCount(traces)} ${traces === 1 ? 'trace' : 'traces'} picked`,
  allOfThem: (label: string) => `all of them ${label}`,
  someOfThem: (count: number, label: string) => `${formatCount(count)} of them ${label}`,
  keepOnly: 'Keep only these',
  clear: 'Clear',
  value: 'Value',
  count: 'n',
  smallest: 'Smallest',
  largest: 'Largest',
  p50: 'p50',
  p95: 'p95',
  interval: '95 % interval',
  time: 'Start',
  duration: 'Duration',
  firstOf: (shown: number, all: number) => `The first ${formatCount(shown)} of ${formatCount(all)} traces`,
  tableOfDistribution: 'Latencies by value',
  tableOfTime: 'Traces over time',
};
