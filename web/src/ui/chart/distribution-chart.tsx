import { type ReactNode, useMemo } from 'react';
import { CartesianGrid, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import type { Micros } from '#core/units.ts';
import type { DurationAxis } from '../duration-axis.ts';
import { axesAnchor } from './axes-anchor.ts';
import { axisLabels } from './axis-labels.ts';
import { AxisLayer } from './axis-layer.tsx';
import type { CurveKind } from './curve-shapes.ts';
import { CurvesLayer } from './curves-layer.tsx';
import classes from './distribution-chart.module.css';
import { DistributionCursor, type RangePick } from './distribution-cursor.tsx';
import type { DistributionGroup, ShiftArrow } from './distribution-group.ts';
import { distributionLayout } from './distribution-layout.ts';
import { GuidesLayer } from './guides-layer.tsx';
import { HereLayer } from './here-layer.tsx';
import { laneLabelWidth } from './lane-labels.ts';
import { LanesLayer } from './lanes-layer.tsx';
import { useWidth } from './use-width.ts';
import { withZeroLane } from './with-zero-lane.ts';

export interface DistributionChartProps {
  readonly groups: readonly DistributionGroup[];
  readonly axis: DurationAxis;
  readonly curve: CurveKind;
  readonly heightPx: number;
  /** What the picture shows, in a sentence. */
  readonly name: string;
  readonly shift?: ShiftArrow | undefined;
  /** A single latency to mark, as that of the trace in the drawer. */
  readonly here?: { readonly micros: Micros; readonly label: string | undefined } | undefined;
  /** Lanes to keep room for while nothing is there yet. */
  readonly emptyLanes?: number;
  /** Names at the curves; off where two lanes say it. Default true. */
  readonly hasLabels?: boolean;
  /** Picks a range of durations by dragging along the axis. */
  readonly pick?: RangePick | undefined;
  /** Curves of another grouping, looked at in front of these. */
  readonly preview?: readonly DistributionGroup[] | undefined;
}

const LABEL_ROOM_PX = 54;

/**
 * The distribution of latencies: a curve per group, and under it a lane per group with every trace, on one axis. Axes and grid are
 * recharts', the rest are layers on its scales. The vertical axis is in shares: 0 to 1 are the curves, the lanes lie below 0.
 */
export function DistributionChart(props: DistributionChartProps) {
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  return (
    <div ref={ref} className={classes.frame}>
      <svg className={classes.strut} height={props.heightPx} aria-hidden="true" />
      {widthPx !== undefined && <SizedChart {...props} widthPx={widthPx} />}
    </div>
  );
}

function SizedChart({
  groups,
  axis: sharedAxis,
  curve,
  heightPx,
  name,
  shift,
  here,
  emptyLanes = 0,
  hasLabels = true,
  preview,
  pick,
  widthPx,
}: DistributionChartProps & { readonly widthPx: number }): ReactNode {
  const lanes = groups.length === 0 ? emptyLanes : groups.length;
  const labelsPx = useMemo(() => laneLabelWidth(groups), [groups]);
  const layout = useMemo(
    () => distributionLayout(widthPx, heightPx, lanes, labelsPx),
    [widthPx, heightPx, lanes, labelsPx],
  );
  const lengthPx = layout.rightPx - layout.leftPx;
  const axis = useMemo(() => withZeroLane(sharedAxis, lengthPx, 24, 18), [sharedAxis, lengthPx]);
  const labels = useMemo(() => axisLabels(axis, lengthPx, LABEL_ROOM_PX), [axis, lengthPx]);
  const lowestShare = -(layout.bottomPx - layout.curvesBottomPx) / (layout.curvesBottomPx - layout.topPx);
  return (
    <>
      <div role="img" aria-label={name}>
        <ScatterChart
          width={widthPx}
          height={heightPx}
          margin={{ top: layout.topPx, left: 0, right: widthPx - layout.rightPx, bottom: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid syncWithTicks horizontal={false} stroke="var(--k-grid)" />
          <XAxis
            dataKey="x"
            type="number"
            domain={[axis.min, axis.max]}
            allowDataOverflow
            height={heightPx - layout.bottomPx}
            ticks={labels.map(({ position }) => position)}
            tickFormatter={(_, index) => labels[index]?.text ?? ''}
            interval={0}
            tickLine={false}
            tickMargin={5}
            axisLine={{ stroke: 'var(--k-line2)' }}
          />
          <YAxis
            dataKey="y"
            type="number"
            domain={[lowestShare, 1]}
            allowDataOverflow
            width={layout.leftPx}
            ticks={curve === 'ecdf' ? [0, 0.5, 0.95] : [0]}
            tickFormatter={(share: number) => (curve !== 'ecdf' ? '0' : share === 0 ? '0\u202f%' : `p${share * 100}`)}
            interval={0}
            tickLine={false}
            tickSize={0}
            tickMargin={8}
            axisLine={false}
          />
          <Scatter {...axesAnchor} />
          <AxisLayer axis={axis} hasMinors={!layout.isNarrow} />
          <GuidesLayer layout={layout} hasShares={curve === 'ecdf'} />
          <LanesLayer groups={groups} axis={axis} layout={layout} />
          {preview === undefined ? (
            <CurvesLayer {...{ groups, axis, layout, curve, shift, hasLabels }} />
          ) : (
            <>
              <g opacity={0.25}>
                <CurvesLayer {...{ groups, axis, layout, curve }} shift={undefined} hasLabels={false} />
              </g>
              <CurvesLayer groups={preview} {...{ axis, layout, curve }} shift={undefined} hasLabels />
            </>
          )}
          {here !== undefined && <HereLayer axis={axis} layout={layout} micros={here.micros} label={here.label} />}
        </ScatterChart>
      </div>
      {groups.length > 0 && <DistributionCursor {...{ groups, axis, layout, curve, pick }} />}
    </>
  );
}
