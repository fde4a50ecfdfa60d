import { useId } from 'react';
import type { CoverageSegment } from '../data/coverage.ts';
import classes from './coverage-line.module.css';

const WIDTH_PX = 220;
const HEIGHT_PX = 10;
const GAP_PX = 1;
/** Half of the cross in what failed. */
const CROSS_PX = 2.5;

const STROKES: Readonly<Record<CoverageSegment['state'], string>> = {
  complete: 'var(--k-ink2)',
  cut: 'var(--k-ink2)',
  reading: 'var(--k-act)',
  failed: 'var(--k-ink)',
  unread: 'var(--k-line2)',
};

/**
 * What of the asked range was read, over the time axis: read is ink, cut is hatched, being read is dashed, what failed is
 * crossed out, the rest is empty. The words beside it say all that it says.
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
      {segments.map(({ from: start, to: end, state }) => {
        const startPx = toPx(start);
        const widthPx = Math.max(0.5, toPx(end) - startPx - GAP_PX - 1);
        return (
          <g key={start}>
            <rect
              x={startPx + 0.5}
              y={0.5}
              width={widthPx}
              height={HEIGHT_PX - 1}
              rx={2}
              fill={state === 'complete' ? 'var(--k-ink2)' : state === 'cut' ? `url(#${hatchId})` : 'none'}
              stroke={STROKES[state]}
              strokeDasharray={state === 'reading' ? '3 2' : undefined}
            />
            {state === 'failed' && widthPx > HEIGHT_PX && (
              <path
                d={`M${startPx + widthPx / 2 - CROSS_PX} ${HEIGHT_PX / 2 - CROSS_PX}l${2 * CROSS_PX} ${2 * CROSS_PX}m0 ${-2 * CROSS_PX}l${-2 * CROSS_PX} ${2 * CROSS_PX}`}
                stroke="var(--k-ink)"
                strokeWidth={1.5}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
