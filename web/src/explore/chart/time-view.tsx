import { useMemo } from 'react';
import { formatClock } from '#core/format/format-clock.ts';
import { useWidth } from '../../ui/chart/use-width.ts';
import { withZeroLane } from '../../ui/chart/with-zero-lane.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { CHART_HEIGHT_PX } from './chart-height.ts';
import { heatmap } from './heatmap.ts';
import { HEATMAP_FROM } from './heatmap-from.ts';
import { pointPixels } from './point-pixels.ts';
import classes from './time-chart.module.css';
import { TimeChart } from './time-chart.tsx';
import { TimeOverlay } from './time-overlay.tsx';
import { TIME_MARGIN, timePlot } from './time-plot.ts';
import type { TimeViewProps } from './time-view-props.ts';

/** The tab *Over time*, below its caption: the chart, and over it all that moves. */
export function TimeView(props: TimeViewProps) {
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  return (
    <div ref={ref} className={classes.frame}>
      <svg className={classes.strut} height={CHART_HEIGHT_PX} aria-hidden="true" />
      {widthPx !== undefined && <SizedView {...props} widthPx={widthPx} />}
    </div>
  );
}

function SizedView({ widthPx, ...props }: TimeViewProps & { readonly widthPx: number }) {
  const words = useWords();
  const { answer, styles, axis: sharedAxis, range } = props;
  const { from, to } = range;
  const plot = useMemo(() => {
    const lengthPx = CHART_HEIGHT_PX - TIME_MARGIN.topPx - TIME_MARGIN.bottomPx;
    return timePlot(widthPx, CHART_HEIGHT_PX, { from, to }, withZeroLane(sharedAxis, lengthPx, 18, 9));
  }, [widthPx, from, to, sharedAxis]);
  const { points } = answer;
  const pixels = useMemo(() => pointPixels(points, plot), [points, plot]);
  const cells = useMemo(() => {
    if (points.trace.length <= HEATMAP_FROM) return undefined;
    return heatmap(pixels, (point) => styles[points.group[point]!]!.role === 'highlight', plot);
  }, [points, pixels, styles, plot]);
  const name = words.chart.timeName(
    points.trace.length,
    formatClock(from, { detail: 'minute' }),
    formatClock(to, { detail: 'minute' }),
  );
  return (
    <>
      <div role="img" aria-label={name}>
        <TimeChart {...{ points, styles, pixels, plot, cells, from, to }} />
      </div>
      <TimeOverlay {...props} plot={plot} pixels={pixels} cells={cells} />
    </>
  );
}
