import { useComputedColorScheme } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { Points } from '#core/analysis/explore-answer.ts';
import type { UnixMicros } from '#core/units.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import { CanvasPoints } from './canvas-points.tsx';
import { type Heatmap, heatmapShades } from './heatmap.ts';
import { pointLayers } from './point-layers.ts';
import type { PointPixels } from './point-pixels.ts';
import { SvgPoints } from './svg-points.tsx';
import classes from './time-chart.module.css';
import { TimeFrame } from './time-frame.tsx';
import type { TimePlot } from './time-plot.ts';

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

/** Latency over time, a point a trace. Drawn anew only when data, size or theme change. */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const { points, styles, pixels, plot, cells, from, to } = props;
  const scheme = useComputedColorScheme('light');
  const layers = useMemo(() => {
    const all = pointLayers(points, styles);
    return cells === undefined ? all : all.filter(({ style }) => style.role === 'highlight');
  }, [points, styles, cells]);
  const shades = useMemo(() => (cells === undefined ? [] : heatmapShades(cells, plot)), [cells, plot]);
  return (
    <TimeFrame plot={plot} from={from} to={to}>
      {shades.map(({ opacity, d }) => (
        <path key={opacity} className={classes.cells} d={d} opacity={opacity} />
      ))}
      {points.trace.length > MAX_SVG_POINTS ? (
        <CanvasPoints key={scheme} layers={layers} pixels={pixels} />
      ) : (
        <SvgPoints layers={layers} pixels={pixels} />
      )}
    </TimeFrame>
  );
});
