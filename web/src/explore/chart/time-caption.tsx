import { useLateWords } from '../../ui/words/use-late-words.ts';
import type { OverTime } from '../../url-state.ts';
import { HEATMAP_FROM } from './heatmap-from.ts';
import { stepText } from './quantiles/part-text.ts';
import { type QuantileLinesOptions, useQuantileLines } from './quantiles/use-quantile-lines.ts';

interface TimeCaptionProps extends QuantileLinesOptions {
  readonly over: OverTime;
  readonly isTable: boolean;
}

/** What is drawn over time, and what can be done there. */
export function TimeCaption({ over, isTable, ...props }: TimeCaptionProps) {
  const { overTime: words } = useLateWords();
  if (over === 'quantiles') return <QuantilesCaption {...props} />;
  if (props.answer.included <= HEATMAP_FROM) return words.captionTraces;
  const highlight = props.names[props.styles.findIndex(({ role }) => role === 'highlight')];
  return isTable && highlight !== undefined ? words.captionHeatmapTable(highlight) : words.captionHeatmap;
}

function QuantilesCaption(props: QuantileLinesOptions) {
  const { overTime: words } = useLateWords();
  return words.caption(stepText(useQuantileLines(props).parts.step));
}
