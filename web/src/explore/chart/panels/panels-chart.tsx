import { memo, useMemo } from 'react';
import { formatCount } from '#core/format/format-count.ts';
import { axisLabels } from '../../../ui/chart/axis-labels.ts';
import { type CurveKind, curveShapes } from '../../../ui/chart/curve-shapes.ts';
import type { DistributionGroup } from '../../../ui/chart/distribution-group.ts';
import { LEAST_TRACES } from '../../../ui/chart/least-traces.ts';
import { markPaint } from '../../../ui/chart/mark-paint.ts';
import { fitText } from '../../../ui/chart/text-width.ts';
import { whisker } from '../../../ui/chart/whisker.ts';
import { WhiskerShape } from '../../../ui/chart/whisker-shape.tsx';
import type { DurationAxis } from '../../../ui/duration-axis.ts';
import { langOf } from '../../../ui/lang-of.ts';
import { markPath } from '../../../ui/mark-path.ts';
import classes from './panels.module.css';
import { type PanelsLayout, panelCorner } from './panels-layout.ts';

interface PanelsChartProps {
  readonly groups: readonly DistributionGroup[];
  /** All traces in the chart, drawn behind each. */
  readonly all: Float64Array;
  readonly axis: DurationAxis;
  readonly curve: CurveKind;
  readonly layout: PanelsLayout;
}

const LABEL_ROOM_PX = 44;
const NAME_FONT_PX = 13;
/**
 * A panel for each value, all on the same two scales: its curve before that of all traces, and p50, p95 and p99 with their intervals.
 * Two dozen charts of a library would take longer than a frame to make: these are paths of our own, drawn anew only with the data.
 */
export const PanelsChart = memo(function PanelsChart({ groups, all, axis, curve, layout }: PanelsChartProps) {
  const { panel } = layout;
  const scales = useMemo(() => panelScales(axis, layout), [axis, layout]);
  const [behind, ...shapes] = useMemo(() => {
    const reference = { id: '(all)', style: groups[0]!.style, latencies: all };
    return curveShapes(curve, [reference, ...groups], axis, scales);
  }, [curve, groups, all, axis, scales]);
  const lengthPx = panel.rightPx - panel.leftPx;
  const labels = useMemo(() => axisLabels(axis, lengthPx, LABEL_ROOM_PX), [axis, lengthPx]);
  return (
    <svg className={classes.picture} aria-hidden="true" width={layout.widthPx} height={layout.heightPx}>
      {groups.map((group, i) => {
        const { xPx, yPx } = panelCorner(layout, i);
        const shape = shapes[i]!;
        return (
          <g key={group.id} transform={`translate(${xPx} ${yPx})`}>
            <Head group={group} widthPx={panel.widthPx} />
            <path
              className={classes.grid}
              d={labels.map(({ position }) => `M${scales.xPx(position)} ${panel.topPx}V${panel.bottomPx}`).join('')}
            />
            <path className={classes.axis} d={`M${panel.leftPx} ${panel.bottomPx}H${panel.rightPx}`} />
            {labels.map(
              ({ position, text }) =>
                text !== '' && (
                  <text
                    key={position}
                    className={classes.tick}
                    x={scales.xPx(position)}
                    y={panel.bottomPx + 14}
                    textAnchor="middle"
                  >
                    {text}
                  </text>
                ),
            )}
            <path className={classes.behind} d={behind!.d + behind!.bar} />
            {shape.bar !== '' && <path d={shape.bar} fill={shape.style.color} fillOpacity={0.18} />}
            <path className={classes.curve} d={shape.d} stroke={shape.style.color} />
            <Quantiles group={group} axis={axis} xPx={scales.xPx} middlePx={panel.laneMiddlePx} />
          </g>
        );
      })}
    </svg>
  );
});

/** From axis units and shares to px within a panel; the same for all. */
export function panelScales(axis: DurationAxis, { panel }: PanelsLayout) {
  const pxPerUnit = (panel.rightPx - panel.leftPx) / (axis.max - axis.min);
  return {
    rightPx: panel.rightPx,
    xPx: (position: number) => panel.leftPx + (position - axis.min) * pxPerUnit,
    yPx: (share: number) => panel.curveBottomPx - share * (panel.curveBottomPx - panel.topPx),
  };
}

function Head({ group, widthPx }: { readonly group: DistributionGroup; readonly widthPx: number }) {
  const { label, style, latencies } = group;
  const n = formatCount(latencies.length);
  const name = fitText(label, NAME_FONT_PX, widthPx - 40 - 8 * n.length);
  return (
    <>
      <path d={markPath(style.mark, 4.6, 13, 10)} {...markPaint(style, 1.2)} />
      <text className={classes.name} data-role={style.role} x={24} y={14.5} lang={langOf(label)}>
        {name}
        {name !== label && <title>{label}</title>}
      </text>
      <text className={classes.n} x={widthPx - 8} y={14.5} textAnchor="end">
        {n}
      </text>
    </>
  );
}

interface QuantilesProps {
  readonly group: DistributionGroup;
  readonly axis: DurationAxis;
  readonly xPx: (position: number) => number;
  readonly middlePx: number;
}

/** As in the lanes of the one picture: p99 lower, as its interval reaches into that of p95. */
function Quantiles({ group, axis, xPx, middlePx }: QuantilesProps) {
  const { latencies } = group;
  const n = latencies.length;
  const at = (micros: number): number => xPx(axis.positionOf(micros));
  const [first, last] = [at(latencies[0]!), at(latencies[n - 1]!)];
  const shapes = [
    { name: 'p99', yPx: middlePx + 5, tickPx: 3 },
    { name: 'p95', yPx: middlePx, tickPx: 5 },
    { name: 'p50', yPx: middlePx, tickPx: 7 },
  ] as const;
  return shapes.map(({ name, yPx, tickPx }) => {
    const estimate = group[name];
    if (estimate === undefined || n < LEAST_TRACES[name]) return null;
    return (
      <WhiskerShape
        key={name}
        whisker={whisker(estimate, at, first, last)}
        middlePx={yPx}
        tickPx={tickPx}
        isThick={name === 'p50'}
        hasHalo={false}
      />
    );
  });
}
