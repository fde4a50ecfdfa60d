import { formatCount } from '#core/format/format-count.ts';

export const panels = {
  name: (traces: number, panels: number) =>
    `Distribution of the latency of ${formatCount(traces)} ${traces === 1 ? 'trace' : 'traces'}, ${formatCount(panels)} ${panels === 1 ? 'panel' : 'panels'} on the same scales.`,
};
