import { useMemo } from 'react';
import type { DurationAxis } from '../duration-axis.ts';
import { langOf } from '../lang-of.ts';
import { markPath } from '../mark-path.ts';
import { useWords } from '../words/use-words.ts';
import type { BoxPx } from './box-px.ts';
import { curveLabels } from './curve-labels.ts';
import classes from './distribution-chart.module.css';
import type { DistributionGroup } from './distribution-group.ts';
import type { DistributionLayout } from './distribution-layout.ts';
import { markPaint } from './mark-paint.ts';
import { fitText, textWidth } from './text-width.ts';
import type { PlotScales } from './use-plot-scales.ts';

interface CurveLabelsProps {
  readonly groups: readonly DistributionGroup[];
  readonly axis: DurationAxis;
  readonly layout: DistributionLayout;
  readonly scales: PlotScales;
  readonly taken: BoxPx | undefined;
}

const MARK_PX = 18;
const MOST_NAME_PX = 150;

/** Names at the curves. What stands in the lanes anyway may be missing here. */
export function CurveLabels({ groups, axis, layout, scales, taken }: CurveLabelsProps) {
  const words = useWords();
  const placed = useMemo(() => {
    const { leftPx, rightPx, xPx, yPx } = scales;
    const textOf = (curves: readonly number[]): string => {
      const labels = curves.map((curve) => groups[curve]!.label);
      return labels.length === 1 ? fitText(labels[0]!, 14, MOST_NAME_PX) : words.chart.lieOnOneAnother(labels);
    };
    const widthOf = (curves: readonly number[]): number =>
      curves.length === 1 ? MARK_PX + textWidth(textOf(curves), 14, true) : textWidth(textOf(curves), 12);
    const plot = {
      leftPx,
      rightPx,
      topPx: yPx(1),
      bottomPx: yPx(0),
      hasLeaders: !layout.isNarrow,
      taken: taken === undefined ? [] : [taken],
    };
    const curves = groups.map(({ latencies, style }) => ({
      isHighlight: style.role === 'highlight',
      xPx: (share: number) =>
        share >= 1
          ? rightPx
          : xPx(axis.positionOf(latencies[Math.max(0, Math.ceil(share * latencies.length) - 1)] ?? 0)),
    }));
    return curveLabels(curves, plot, widthOf).map((label) => ({ ...label, text: textOf(label.curves) }));
  }, [groups, axis, layout.isNarrow, scales, taken, words]);
  return (
    <g>
      {placed.map(({ curves, leftPx, middlePx, leader, text }) => {
        const { id, style } = groups[curves[0]!]!;
        if (leader !== undefined) {
          return (
            <g key={id}>
              <path className={classes.leader} d={`M${leader.fromPx + 2} ${middlePx}H${leader.toPx}`} />
              <text x={leftPx} y={middlePx + 4} lang={langOf(text)}>
                {text}
              </text>
            </g>
          );
        }
        const isHighlight = style.role === 'highlight';
        return (
          <g key={id}>
            <path d={markPath(style.mark, isHighlight ? 5 : 4, leftPx + 6, middlePx)} {...markPaint(style, 1.6)} />
            <text
              className={isHighlight ? classes.highlightLabel : classes.curveLabel}
              x={leftPx + MARK_PX - 3}
              y={middlePx + 4.5}
              lang={langOf(text)}
            >
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
