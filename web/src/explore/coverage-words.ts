import { formatCount } from '#core/format/format-count.ts';
import type { UnixMicros } from '#core/units.ts';
import type { Coverage, CoverageSegment } from '../data/coverage.ts';
import type { Words } from '../ui/words/words.ts';
import { spanText } from './range-text.ts';

/** More than these are not read one by one. */
const MOST_STRETCHES = 5;

/** A stretch that several segments make up. `mixed`: complete and cut ones in turn. */
interface Stretch {
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  readonly state: CoverageSegment['state'] | 'mixed';
  /** Stretches within it that are cut. */
  readonly cuts: number;
}

interface CoverageContext {
  /** Traces per request. */
  readonly limit: number;
  /** Why the stretch that failed did; empty where nothing did. */
  readonly reason: string;
}

/** What was read and what was not, in words, newest first: as much as the strip says. */
export function coverageWords(
  coverage: Coverage,
  { limit, reason }: CoverageContext,
  { explore }: Pick<Words, 'explore'>,
): string {
  const each = stretchesOf(coverage.segments);
  const stretches = each.length > MOST_STRETCHES ? mixedTogether(each) : each;
  const [only, ...more] = stretches;
  if (only !== undefined && more.length === 0) {
    const span = spanText(only.from, only.to);
    if (only.state === 'complete') return explore.readCompletely(span, formatCount(coverage.requests));
    if (only.state === 'reading') return explore.readingFirst(span);
  }
  const hasCut = stretches.some(({ cuts }) => cuts > 0);
  return stretches.map(say).join(explore.joiner);

  function say({ from, to, state, cuts }: Stretch): string {
    const span = spanText(from, to);
    switch (state) {
      case 'complete':
        return hasCut ? explore.complete(span) : explore.read(span);
      case 'cut':
        return explore.cut(span, formatCount(limit));
      case 'mixed':
        return explore.mixed(span, formatCount(cuts), formatCount(limit));
      case 'reading':
        return explore.reading(span);
      case 'failed':
        return explore.failed(span, reason);
      case 'unread':
        return explore.unread(span);
    }
  }
}

/** Neighbours of one state as one, newest first. */
function stretchesOf(segments: readonly CoverageSegment[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, to, state } of [...segments].reverse()) {
    const newer = stretches.at(-1);
    if (newer?.state === state) stretches[stretches.length - 1] = { ...newer, from };
    else stretches.push({ from, to, state, cuts: state === 'cut' ? 1 : 0 });
  }
  return stretches;
}

/** What is complete and what is cut, side by side, as one. */
function mixedTogether(stretches: readonly Stretch[]): readonly Stretch[] {
  const isRead = ({ state }: Stretch) => state !== 'reading' && state !== 'failed' && state !== 'unread';
  const mixed: Stretch[] = [];
  for (const stretch of stretches) {
    const newer = mixed.at(-1);
    if (newer !== undefined && isRead(newer) && isRead(stretch)) {
      mixed[mixed.length - 1] = { ...newer, from: stretch.from, state: 'mixed', cuts: newer.cuts + stretch.cuts };
    } else {
      mixed.push(stretch);
    }
  }
  return mixed;
}
