import { useMemo } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { formatCount } from '#core/format/format-count.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import { langOf } from '../../ui/lang-of.ts';
import { Mark } from '../../ui/mark.tsx';
import type { PointPixels } from './point-pixels.ts';
import classes from './time-overlay.module.css';
import type { TimePlot } from './time-plot.ts';

interface HighlightNameProps {
  readonly answer: ExploreAnswer;
  readonly styles: readonly GroupStyle[];
  readonly names: readonly string[];
  readonly pixels: PointPixels;
  readonly plot: TimePlot;
}

const ABOVE_PX = 16;
/** The name stands over as much of the plot's beginning as it is long. */
const LENGTH_PX = 110;

/** The highlighted value's name, above its first points. */
export function HighlightName({ answer, styles, names, pixels, plot }: HighlightNameProps) {
  const index = answer.groups.findIndex((row, i) => row.isIncluded && styles[i]!.role === 'highlight');
  const topPx = useMemo(() => {
    let top = Number.POSITIVE_INFINITY;
    for (let i = 0; i < pixels.xs.length; i++) {
      if (answer.points.group[i] === index && pixels.xs[i]! < plot.leftPx + LENGTH_PX)
        top = Math.min(top, pixels.ys[i]!);
    }
    return top;
  }, [answer.points, index, pixels, plot]);
  if (index < 0 || topPx === Number.POSITIVE_INFINITY) return null;
  const name = names[index]!;
  return (
    <span className={classes.highlightName} style={{ left: plot.leftPx + 6, top: topPx - ABOVE_PX }} aria-hidden="true">
      <Mark shape="diamond" color={styles[index]!.color} sizePx={12} />
      <span lang={langOf(name)}>{name}</span> {formatCount(answer.groups[index]!.n)}
    </span>
  );
}
