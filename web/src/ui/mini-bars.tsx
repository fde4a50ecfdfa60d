import type { TraceRow } from '#core/analysis/trace-row.ts';
import { markPath } from './mark-path.ts';
import classes from './mini-bars.module.css';

const percent = (share: number) => `${share * 100}%`;

/**
 * A trace in two lines, on its own scale: the root thin, below it the spans that carry the annotation, thick, with a tick where the event
 * happened, or a diamond where it is the highlighted one.
 */
export function MiniBars(props: { row: Pick<TraceRow, 'bars' | 'marks' | 'extent'>; isHighlight: boolean }) {
  const { row } = props;
  const extent = Math.max(row.extent, 1);
  return (
    <svg className={classes.plot} data-highlight={props.isHighlight || undefined} aria-hidden="true" focusable="false">
      {distinct(row.bars).map(([key, { start, duration, kind }]) => (
        <rect
          key={key}
          className={kind === 'root' ? classes.root : classes.carrier}
          x={percent(start / extent)}
          y={kind === 'root' ? 2 : 9}
          width={percent(Math.max(duration / extent, LEAST_SHARE))}
          height={kind === 'root' ? 3 : 6}
        />
      ))}
      {distinct(row.marks).map(([key, { at, isHighlight }]) => (
        <svg key={key} className={classes.at} x={percent(at / extent)} y="12" aria-hidden="true">
          {isHighlight ? (
            <path className={classes.diamond} d={markPath('diamond', 5)} />
          ) : (
            <rect className={classes.tick} x="-0.75" y="-5.5" width="1.5" height="11" />
          )}
        </svg>
      ))}
    </svg>
  );
}

/** So wide is a span of 0 µs. */
const LEAST_SHARE = 0.012;

/** What would be drawn twice at the same place is drawn once. */
function distinct<T extends object>(parts: readonly T[]): readonly (readonly [key: string, part: T])[] {
  return [...new Map(parts.map((part) => [Object.values(part).join(' '), part]))];
}
