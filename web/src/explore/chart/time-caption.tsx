import { useLateWords } from '../../ui/words/use-late-words.ts';
import type { OverTime } from '../../url-state.ts';
import { HEATMAP_FROM } from './heatmap-from.ts';
import { stepText } from './quantiles/part-text.ts';
import { type QuantileLinesOptions, useQuantileLines } from './quantiles/use-quantile-lines.ts';

interface TimeCaptionProps extends QuantileLinesOptions {
  readonly over: OverTime;
}

/** What is drawn over time, and what can be done there. */
export function TimeCaption({ over, ...props }: TimeCaptionProps) {
  const { overTime: words } = useLateWords();
  if (over === 'quantiles') return <QuantilesCaption {...props} />;
  return props.answer.included > HEATMAP_FROM ? words.captionHeatmap : words.captionTraces;
}

function QuantilesCaption(props: QuantileLinesOptions) {
  const { overTime: words } = useLateWords();
  return words.caption(stepText(useQuantileLines(props).parts.step));
}
