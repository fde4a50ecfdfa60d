import { memo, useMemo } from 'react';
import { formatCount } from '#core/format/format-count.ts';
import type { DurationAxis } from '../duration-axis.ts';
import type { GroupStyle } from '../group-styles.ts';
import { langOf } from '../lang-of.ts';
import { markPath } from '../mark-path.ts';
import classes from './distribution-chart.module.css';
import type { DistributionGroup } from './distribution-group.ts';
import type { DistributionLayout } from './distribution-layout.ts';
import { LANE_FONT_PX, LANE_NAME_PX, laneNameRoom } from './lane-labels.ts';
import { laneMarks } from './lane-marks.ts';
import { LEAST_TRACES } from './least-traces.ts';
import { markPaint } from './mark-paint.ts';
import { fitText } from './text-width.ts';
import { usePlotScales } from './use-plot-scales.ts';
import { whisker } from './whisker.ts';
import { WhiskerShape } from './whisker-shape.tsx';

const LABEL_MARK_RADIUS_PX = 4.6;

interface LanesLayerProps {
  readonly groups: readonly DistributionGroup[];
  readonly axis: DurationAxis;
  readonly layout: DistributionLayout;
}

/** One lane per group: its label, which is the legend, every trace, and the quantiles with their intervals. */
export function LanesLayer({ groups, axis, layout }: LanesLayerProps) {
  const scales = usePlotScales();
  if (scales === undefined) return null;
  return (
    <g>
      {groups.map((group, i) => (
        <Lane
          key={group.id}
          group={group}
          axis={axis}
          xPx={scales.xPx}
          topPx={layout.lanesTopPx + i * layout.laneHeightPx}
          layout={layout}
          isLast={i === groups.length - 1}
        />
      ))}
    </g>
  );
}

interface LaneProps {
  readonly group: DistributionGroup;
  readonly axis: DurationAxis;
  readonly xPx: (position: number) => number;
  readonly topPx: number;
  readonly layout: DistributionLayout;
  readonly isLast: boolean;
}

const Lane = memo(function Lane({ group, axis, xPx, topPx, layout, isLast }: LaneProps) {
  const { style, latencies, label } = group;
  const { laneHeightPx: heightPx, leftPx, rightPx, widthPx } = layout;
  const n = latencies.length;
  const isHighlight = style.role === 'highlight';
  const middlePx = topPx + heightPx / 2;
  const marks = useMemo(() => {
    const xsPx = latencies.map((micros) => xPx(axis.positionOf(micros)));
    return laneMarks(xsPx, style.mark, markRadius(style, n), { middlePx, heightPx });
  }, [latencies, axis, xPx, style, n, middlePx, heightPx]);
  const whiskers = useMemo(() => {
    const atMicros = (micros: number): number => xPx(axis.positionOf(micros));
    const first = atMicros(latencies[0] ?? 0);
    const last = atMicros(latencies[n - 1] ?? 0);
    const whiskerOf = (name: keyof typeof LEAST_TRACES) => {
      const estimate = group[name];
      return estimate === undefined || n < LEAST_TRACES[name] ? undefined : whisker(estimate, atMicros, first, last);
    };
    return { p50: whiskerOf('p50'), p95: whiskerOf('p95'), p99: whiskerOf('p99') };
  }, [group, axis, xPx, latencies, n]);
  const name = fitText(label, LANE_FONT_PX, laneNameRoom(leftPx, n));
  return (
    <g>
      {isHighlight && (
        <rect className={classes.highlightLane} x={0} y={topPx} width={widthPx} height={heightPx} rx={3} />
      )}
      {!isLast && <path className={classes.grid} d={`M${leftPx} ${topPx + heightPx}H${rightPx}`} />}
      <path d={markPath(style.mark, LABEL_MARK_RADIUS_PX, 10, middlePx)} {...markPaint(style, 1.2)} />
      <text
        className={isHighlight ? classes.highlightName : classes.laneName}
        x={LANE_NAME_PX}
        y={middlePx + 4.5}
        lang={langOf(label)}
      >
        {name}
        {name !== label && <title>{label}</title>}
      </text>
      <text x={leftPx - 8} y={middlePx + 4.5} textAnchor="end">
        {formatCount(n)}
      </text>
      <g className={marksClass(marks.kind, isHighlight, n)}>
        {marks.paths.map(({ layer, d }) => (
          <path key={layer} d={d} {...(marks.kind === 'strip' ? { fill: style.color } : markPaint(style, 1.2))} />
        ))}
      </g>
      {whiskers.p99 !== undefined && (
        // Lower, as its interval reaches into that of p95.
        <WhiskerShape whisker={whiskers.p99} middlePx={middlePx + heightPx / 4} tickPx={3} isThick={false} hasHalo />
      )}
      {whiskers.p95 !== undefined && (
        <WhiskerShape whisker={whiskers.p95} middlePx={middlePx} tickPx={6} isThick={false} hasHalo />
      )}
      {whiskers.p50 !== undefined && (
        <WhiskerShape
          whisker={whiskers.p50}
          middlePx={middlePx}
          tickPx={Math.min(9, heightPx / 2 - 2)}
          isThick
          hasHalo={n >= LEAST_TRACES.p95}
        />
      )}
    </g>
  );
});

function marksClass(kind: 'marks' | 'strip', isHighlight: boolean, n: number): string | undefined {
  if (kind === 'strip') return classes.strip;
  if (n < LEAST_TRACES.p95) return undefined;
  return isHighlight ? classes.highlightMarks : classes.marks;
}

/** Single traces matter more where there are few. */
function markRadius({ role }: GroupStyle, n: number): number {
  if (n < LEAST_TRACES.p95) return role === 'highlight' ? 4 : 3.4;
  return role === 'highlight' ? 3.7 : 2.3;
}
