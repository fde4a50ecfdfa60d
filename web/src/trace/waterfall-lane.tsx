import { formatDuration } from '#core/format/format-duration.ts';
import type { CriticalPathSegment } from '#core/trace/critical-path.ts';
import type { Span } from '#core/trace/trace.ts';
import type { Micros } from '#core/units.ts';
import { Mark } from '../ui/mark.tsx';
import type { HighlightMatch } from './highlight-matches.ts';
import classes from './waterfall.module.css';

interface WaterfallLaneProps {
  readonly span: Span;
  readonly extent: Micros;
  /** Between two gridlines, as a share of the lane. */
  readonly gridStepShare: number;
  readonly color: string | undefined;
  readonly segments: readonly CriticalPathSegment[];
  readonly match: HighlightMatch | undefined;
}

/**
 * A span on the scale of its trace:
 *
 *     ██████████|███◆  1.00 s     bar, a tick per event, a diamond at the highlighted one
 *     ▔▔▔▔    ▔▔▔▔                 the critical path under it
 */
export function WaterfallLane({ span, extent, gridStepShare, color, segments, match }: WaterfallLaneProps) {
  const percent = (micros: Micros) => `${Math.max(0, Math.min(1, micros / extent)) * 100}%`;
  const highlighted = new Set(match?.events);
  const shares = (isWanted: (event: number) => boolean) => [
    ...new Set(span.events.flatMap(({ at }, event) => (isWanted(event) ? [roundedShare(at / extent)] : []))),
  ];
  const eventShares = shares((event) => !highlighted.has(event));
  return (
    <div className={classes.lane} style={{ backgroundSize: `${gridStepShare * 100}% 100%` }}>
      <div
        className={classes.bar}
        style={{ left: percent(span.start), width: percent(span.duration), background: color }}
      />
      {segments.map(({ start, end }) => (
        <div key={start} className={classes.critical} style={{ left: percent(start), width: percent(end - start) }} />
      ))}
      {eventShares.map((share) => (
        <div
          key={share}
          className={classes.event}
          data-dense={eventShares.length > DENSE_EVENTS || undefined}
          style={{ left: percent(share * extent) }}
        />
      ))}
      {shares((event) => highlighted.has(event)).map((share) => (
        <div key={share} className={classes.diamond} style={{ left: percent(share * extent) }}>
          <Mark shape="diamond" color="var(--k-hi)" sizePx={12} />
        </div>
      ))}
      <span className={classes.label} style={{ left: percent(span.start + span.duration) }}>
        {formatDuration(span.duration)}
      </span>
    </div>
  );
}

/** So many ticks stand so close that a gap around each would hide the bar. */
const DENSE_EVENTS = 24;

/** Events that would stand on nearly the same pixel are drawn once: a span may have thousands. */
function roundedShare(share: number): number {
  return Math.round(share * 300) / 300;
}
