import { useMemo } from 'react';
import { formatClock } from '#core/format/format-clock.ts';
import { useWidth } from '../../../ui/chart/use-width.ts';
import { withZeroLane } from '../../../ui/chart/with-zero-lane.ts';
import { useLateWords } from '../../../ui/words/use-late-words.ts';
import { CHART_HEIGHT_PX } from '../chart-height.ts';
import frameClasses from '../time-chart.module.css';
import { TIME_MARGIN, timePlot } from '../time-plot.ts';
import type { TimeViewProps } from '../time-view-props.ts';
import { stepText } from './part-text.ts';
import { QuantilesChart } from './quantiles-chart.tsx';
import { QuantilesOverlay } from './quantiles-overlay.tsx';
import { useQuantileLines } from './use-quantile-lines.ts';

type QuantilesViewProps = Pick<TimeViewProps, 'answer' | 'styles' | 'names' | 'axis' | 'range' | 'pick' | 'change'>;

/** The tab *Over time* as p50 and p95 of each value, below its caption. */
export function QuantilesView(props: QuantilesViewProps) {
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  return (
    <div ref={ref} className={frameClasses.frame}>
      <svg className={frameClasses.strut} height={CHART_HEIGHT_PX} aria-hidden="true" />
      {widthPx !== undefined && <SizedView {...props} widthPx={widthPx} />}
    </div>
  );
}

function SizedView({ widthPx, ...props }: QuantilesViewProps & { readonly widthPx: number }) {
  const { overTime: words } = useLateWords();
  const { answer, axis: sharedAxis, range, pick, change } = props;
  const { from, to } = range;
  const quantiles = useQuantileLines(props);
  const plot = useMemo(() => {
    const lengthPx = CHART_HEIGHT_PX - TIME_MARGIN.topPx - TIME_MARGIN.bottomPx;
    return timePlot(widthPx, CHART_HEIGHT_PX, { from, to }, withZeroLane(sharedAxis, lengthPx, 18, 9));
  }, [widthPx, from, to, sharedAxis]);
  const name = words.name(
    answer.included,
    stepText(quantiles.parts.step),
    formatClock(from, { detail: 'minute' }),
    formatClock(to, { detail: 'minute' }),
  );
  return (
    <>
      <div role="img" aria-label={name}>
        <QuantilesChart {...{ quantiles, plot, from, to }} />
      </div>
      <QuantilesOverlay {...{ quantiles, plot, pick, change }} />
    </>
  );
}
