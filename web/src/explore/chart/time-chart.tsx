import { useComputedColorScheme } from '@mantine/core';
import { memo, useMemo } from 'react';
import { CartesianGrid, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import type { Points } from '#core/analysis/explore-answer.ts';
import type { UnixMicros } from '#core/units.ts';
import { axesAnchor } from '../../ui/chart/axes-anchor.ts';
import { axisLabels } from '../../ui/chart/axis-labels.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import { CanvasPoints } from './canvas-points.tsx';
import { type Heatmap, heatmapShades } from './heatmap.ts';
import { pointLayers } from './point-layers.ts';
import type { PointPixels } from './point-pixels.ts';
import { SvgPoints } from './svg-points.tsx';
import classes from './time-chart.module.css';
import { TIME_MARGIN, type TimePlot } from './time-plot.ts';
import { timeTicks } from './time-ticks.ts';
import { TimeZeroLane } from './time-zero-lane.tsx';

interface TimeChartProps {
  readonly points: Points;
  readonly styles: readonly GroupStyle[];
  readonly pixels: PointPixels;
  readonly plot: TimePlot;
  /** Counts in place of dots, but for those of the highlight. */
  readonly cells: Heatmap | undefined;
  readonly from: UnixMicros;
  readonly to: UnixMicros;
}

/** Above this the points are drawn on a canvas. */
const MAX_SVG_POINTS = 1_000;
const TICK_ROOM_PX = 80;
const LABEL_ROOM_PX = 20;

/** Latency over time: axes and grid are recharts', the points a layer of ours. Drawn anew only when data, size or theme change. */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const { points, styles, pixels, plot, cells, from, to } = props;
  const scheme = useComputedColorScheme('light');
  const layers = useMemo(() => {
    const all = pointLayers(points, styles);
    return cells === undefined ? all : all.filter(({ style }) => style.role === 'highlight');
  }, [points, styles, cells]);
  const shades = useMemo(() => (cells === undefined ? [] : heatmapShades(cells, plot)), [cells, plot]);
  const { axis, widthPx, heightPx, leftPx, rightPx, topPx, bottomPx } = plot;
  const labels = useMemo(() => axisLabels(axis, bottomPx - topPx, LABEL_ROOM_PX), [axis, bottomPx, topPx]);
  const ticks = useMemo(() => {
    const offset = new Date(from / 1000).getTimezoneOffset() * -60_000_000;
    return timeTicks({ from, to }, Math.max(2, Math.floor((rightPx - leftPx) / TICK_ROOM_PX)), offset);
  }, [from, to, leftPx, rightPx]);
  const shareOf = (at: UnixMicros): number => (at - from) / (to - from);
  return (
    <ScatterChart
      width={widthPx}
      height={heightPx}
      margin={{ top: topPx, left: 0, right: TIME_MARGIN.rightPx, bottom: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid syncWithTicks vertical={false} stroke="var(--k-grid)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[0, 1]}
        allowDataOverflow
        height={heightPx - bottomPx}
        ticks={ticks.map(({ at }) => shareOf(at))}
        tickFormatter={(_, index) => ticks[index]?.text ?? ''}
        interval={0}
        tickSize={3}
        tickMargin={5}
        tickLine={{ stroke: 'var(--k-line2)' }}
        axisLine={{ stroke: 'var(--k-line2)' }}
      />
      <YAxis
        dataKey="y"
        type="number"
        domain={[axis.min, axis.max]}
        allowDataOverflow
        width={leftPx}
        ticks={labels.map(({ position }) => position)}
        tickFormatter={(_, index) => labels[index]?.text ?? ''}
        interval={0}
        tickLine={false}
        tickSize={0}
        tickMargin={8}
        axisLine={false}
      />
      <Scatter {...axesAnchor} />
      <TimeZeroLane axis={axis} />
      {shades.map(({ opacity, d }) => (
        <path key={opacity} className={classes.cells} d={d} opacity={opacity} />
      ))}
      {points.trace.length > MAX_SVG_POINTS ? (
        <CanvasPoints key={scheme} layers={layers} pixels={pixels} />
      ) : (
        <SvgPoints layers={layers} pixels={pixels} />
      )}
    </ScatterChart>
  );
});
