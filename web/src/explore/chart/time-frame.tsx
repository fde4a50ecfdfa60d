import { type ReactNode, useMemo } from 'react';
import { CartesianGrid, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import type { UnixMicros } from '#core/units.ts';
import { axesAnchor } from '../../ui/chart/axes-anchor.ts';
import { axisLabels } from '../../ui/chart/axis-labels.ts';
import { TIME_MARGIN, type TimePlot } from './time-plot.ts';
import { timeTicks } from './time-ticks.ts';
import { TimeZeroLane } from './time-zero-lane.tsx';
import { wallOffset } from './wall-offset.ts';

interface TimeFrameProps {
  readonly plot: TimePlot;
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  /** Layers, drawn over the grid. */
  readonly children: ReactNode;
}

const TICK_ROOM_PX = 80;
const LABEL_ROOM_PX = 20;

/** Axes and grid of latency over time, which are recharts'; what is drawn on them are layers of ours. */
export function TimeFrame({ plot, from, to, children }: TimeFrameProps) {
  const { axis, widthPx, heightPx, leftPx, rightPx, topPx, bottomPx } = plot;
  const labels = useMemo(() => axisLabels(axis, bottomPx - topPx, LABEL_ROOM_PX), [axis, bottomPx, topPx]);
  const ticks = useMemo(
    () => timeTicks({ from, to }, Math.max(2, Math.floor((rightPx - leftPx) / TICK_ROOM_PX)), wallOffset(from)),
    [from, to, leftPx, rightPx],
  );
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
      {children}
    </ScatterChart>
  );
}
