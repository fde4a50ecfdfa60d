import { memo } from 'react';
import { markPaint } from '../../ui/chart/mark-paint.ts';
import { isHollowMark } from '../../ui/is-hollow-mark.ts';
import { markPath } from '../../ui/mark-path.ts';
import { DIMMED, type PointLayer } from './point-layers.ts';
import type { PointPixels } from './point-pixels.ts';
import classes from './time-chart.module.css';

interface SvgPointsProps {
  readonly layers: readonly PointLayer[];
  readonly pixels: PointPixels;
}

/** The points as one path a layer: printable, and as cheap as a dozen nodes. */
export const SvgPoints = memo(function SvgPoints({ layers, pixels: { xs, ys } }: SvgPointsProps) {
  return (
    <g>
      {layers.map(({ id, style, isDimmed, radiusPx, opacity, indices }) => (
        <path
          key={id}
          className={isHollowMark(style.mark) ? undefined : classes.filledPoints}
          d={indices.map((i) => markPath(style.mark, radiusPx, xs[i]!, ys[i]!)).join('')}
          {...markPaint(style, 1.3)}
          opacity={isDimmed ? opacity * DIMMED : opacity}
        />
      ))}
    </g>
  );
});
