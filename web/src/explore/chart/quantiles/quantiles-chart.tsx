import { memo, useMemo } from 'react';
import type { UnixMicros } from '#core/units.ts';
import { markPath } from '../../../ui/mark-path.ts';
import { TimeFrame } from '../time-frame.tsx';
import type { TimePlot } from '../time-plot.ts';
import { type LineShape, lineShape, type PointPx } from './line-shape.ts';
import classes from './quantiles.module.css';
import type { QuantileLine, QuantileLines } from './use-quantile-lines.ts';

interface QuantilesChartProps {
  readonly quantiles: QuantileLines;
  readonly plot: TimePlot;
  readonly from: UnixMicros;
  readonly to: UnixMicros;
}

const POINT_PX = 3;

/** p50 (thick, with its mark) and p95 (thin, with a ring) of each value over time. Drawn anew only when data or size change. */
export const QuantilesChart = memo(function QuantilesChart({ quantiles, plot, from, to }: QuantilesChartProps) {
  const { parts, lines } = quantiles;
  const shapes = useMemo(
    () =>
      paintingOrder(lines).map((line) => ({
        line,
        p50: lineShape(line.parts, parts, ({ p50 }) => p50, plot),
        p95: lineShape(line.parts, parts, ({ p95 }) => p95, plot),
      })),
    [lines, parts, plot],
  );
  const named = shapes.at(-1);
  return (
    <TimeFrame plot={plot} from={from} to={to}>
      {shapes.map(({ line: { id, style }, p50, p95 }) => (
        <g key={id} fill={style.color} stroke="none">
          <path d={p95.band} opacity={0.08} />
          <path d={p50.band} opacity={0.18} />
        </g>
      ))}
      {shapes.map(({ line: { id, style }, p50, p95 }) => (
        <g key={id} stroke={style.color} fill="none">
          <path d={p95.line} strokeWidth={1} strokeDasharray={style.dash} />
          <path d={p95.points.map(ringAt).join('')} strokeWidth={1} fill="var(--k-surface)" />
          <path d={p95.open.map(arrowAbove).join('')} strokeWidth={1} />
          <path d={p50.line} strokeWidth={2} strokeDasharray={style.dash} />
          <path
            d={p50.points.map(({ xPx, yPx }) => markPath(style.mark, POINT_PX, xPx, yPx)).join('')}
            fill={style.color}
            strokeWidth={0.8}
          />
        </g>
      ))}
      {named !== undefined && (
        <g className={classes.names} fill={named.line.style.textColor}>
          <NameAt shape={named.p95} text="p95" dyPx={-14} />
          <NameAt shape={named.p50} text="p50" dyPx={18} />
        </g>
      )}
    </TimeFrame>
  );
});

/** Beside the last point, once: what is thick and what is thin is the same for all. */
function NameAt({ shape, text, dyPx }: { readonly shape: LineShape; readonly text: string; readonly dyPx: number }) {
  const last = shape.points.at(-1);
  return (
    last && (
      <text x={last.xPx} y={last.yPx + dyPx} textAnchor="middle">
        {text}
      </text>
    )
  );
}

/** *Other* lowest, the highlight on top. */
function paintingOrder(lines: readonly QuantileLine[]): readonly QuantileLine[] {
  const rank = { other: 0, slot: 1, highlight: 2 } as const;
  return lines.toSorted((a, b) => rank[a.style.role] - rank[b.style.role]);
}

function ringAt({ xPx, yPx }: PointPx): string {
  return markPath('ring', POINT_PX, xPx, yPx);
}

function arrowAbove({ xPx, yPx }: PointPx): string {
  return `M${xPx} ${yPx - POINT_PX}v-8m-2.5 3l2.5 -3l2.5 3`;
}
