import { useId } from 'react';
import type { CoverageSegment } from '../data/coverage.ts';
import classes from './coverage-line.module.css';

const WIDTH_PX = 220;
const HEIGHT_PX = 10;
const GAP_PX = 1;

/**
 * What of the asked range was read, over the time axis: read is ink, cut is hatched, being read is dashed, the rest is empty. The
 * words beside it say all that it says.
 */
export function CoverageStrip({ segments }: { segments: readonly CoverageSegment[] }) {
  const hatchId = useId();
  const from = segments[0]?.from ?? 0;
  const to = segments.at(-1)?.to ?? 1;
  const toPx = (time: number): number => ((time - from) / Math.max(1, to - from)) * WIDTH_PX;
  return (
    <svg className={classes.strip} width={WIDTH_PX} height={HEIGHT_PX} aria-hidden="true">
      <defs>
        <pattern id={hatchId} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.2" height="5" fill="var(--k-ink2)" />
        </pattern>
      </defs>
      {segments.map((segment) => {
        const startPx = toPx(segment.from);
        const widthPx = Math.max(0.5, toPx(segment.to) - startPx - GAP_PX);
        const isRead = segment.state === 'complete';
        return (
          <rect
            key={segment.from}
            x={startPx + 0.5}
            y={0.5}
            width={Math.max(0.5, widthPx - 1)}
            height={HEIGHT_PX - 1}
            rx={2}
            fill={isRead ? 'var(--k-ink2)' : segment.state === 'cut' ? `url(#${hatchId})` : 'none'}
            stroke={
              segment.state === 'reading'
                ? 'var(--k-act)'
                : isRead || segment.state === 'cut'
                  ? 'var(--k-ink2)'
                  : 'var(--k-line2)'
            }
            strokeDasharray={segment.state === 'reading' ? '3 2' : undefined}
          />
        );
      })}
    </svg>
  );
}
