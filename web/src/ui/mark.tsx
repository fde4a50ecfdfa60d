import type { MarkShape } from './group-styles.ts';
import { isHollowMark } from './is-hollow-mark.ts';
import { markPath } from './mark-path.ts';

/** The mark of a group, as it stands in lanes, dots, tables and chips. */
export function Mark({ shape, color, sizePx = 10 }: { shape: MarkShape; color: string; sizePx?: number }) {
  const isHollow = isHollowMark(shape);
  return (
    <svg width={sizePx} height={sizePx} viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
      <path
        d={markPath(shape, 5)}
        fill={isHollow ? 'none' : color}
        stroke={color}
        strokeWidth={isHollow ? 1.75 : 0}
        strokeLinejoin="round"
      />
    </svg>
  );
}
