import { formatCount } from '#core/format/format-count.ts';

export const overTime = {
  captionTraces: 'Every trace by start and duration. Drag to pick some.',
  captionHeatmap:
    'Traces by start and duration: the darker, the more. Marks are the highlighted ones. Drag to pick some.',
  captionHeatmapTable: (label: string) => `Traces by duration and start, and the share of ${label} among them`,
  crowd: (traces: string, highlighted: string, share: string, label: string | undefined) =>
    `${traces} ${traces === '1' ? 'trace' : 'traces'} here${label === undefined ? '' : `, ${highlighted} of them ${label} (${share})`}`,
  caption: (step: string) => `p50 thick, p95 thin, every ${step}; band: 95 % interval; gap: fewer than 6 traces`,
  name: (traces: number, step: string, from: string, to: string) =>
    `p50 and p95 of the latency of ${formatCount(traces)} ${traces === 1 ? 'trace' : 'traces'}, every ${step}, ${from} to ${to}.`,
  cursor: 'Part of the time to read quantiles at',
  keys: 'Arrow keys step through the parts, Enter or Space picks the traces of one.',
  table: 'Quantiles over time',
  part: 'Began',
  noTrace: 'no trace',
  tooFew: 'too few',
  traces: (n: string) => (n === '1' ? '1 trace' : `${n} traces`),
};
