import { LEAST_IN_PART, type PartQuantiles } from '#core/analysis/quantiles-over-time.ts';
import type { TimeParts } from '#core/analysis/time-parts.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatDate } from '#core/format/format-date.ts';
import { formatEstimate } from '#core/format/format-estimate.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { DAY, MINUTE, SECOND, type UnixMicros } from '#core/units.ts';
import type { LateWords } from '../../../ui/words/words.ts';

/** From when to when a part is, by the viewer's clock: `14:05–14:10`; with the day where the range is longer than one. */
export function partText({ edges, step }: TimeParts, part: number, zone?: string): string {
  const detail = step >= MINUTE ? 'minute' : step >= SECOND ? 'second' : 'millis';
  const hasDay = edges.at(-1)! - edges[0]! > DAY;
  const text = (at: UnixMicros): string =>
    `${hasDay ? `${formatDate(at, { zone }).slice('2026-'.length)} ` : ''}${formatClock(at, { zone, detail })}`;
  return `${text(edges[part]!)}–${text(edges[part + 1]!)}`;
}

/** What the traces of a line tell in a part, in one line. */
export function quantileText(part: PartQuantiles | undefined, words: LateWords['overTime']): string {
  if (part === undefined) return words.noTrace;
  const traces = words.traces(formatCount(part.n));
  if (part.n < LEAST_IN_PART) return `${traces}, ${words.tooFew}`;
  const { p50, p95 } = part;
  return `${traces}, p50 ${formatEstimate(p50)} ${formatInterval(p50)}, p95 ${formatEstimate(p95)} ${formatInterval(p95)}`;
}

/** How long a part is: `30 s`, `5 min`, `12 h`, `7 d`. */
export function stepText(step: number): string {
  if (step >= DAY) return `${step / DAY}\u202fd`;
  if (step >= 60 * MINUTE) return `${step / (60 * MINUTE)}\u202fh`;
  if (step >= MINUTE) return `${step / MINUTE}\u202fmin`;
  return step >= SECOND ? `${step / SECOND}\u202fs` : `${Number((step / 1000).toPrecision(3))}\u202fms`;
}
