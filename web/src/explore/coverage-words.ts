import { formatCount } from '#core/format/format-count.ts';
import type { UnixMicros } from '#core/units.ts';
import type { Coverage, CoverageSegment } from '../data/coverage.ts';
import type { Words } from '../ui/words/words.ts';
import { spanText } from './range-text.ts';

/** A stretch that several segments make up. */
interface Stretch {
  readonly from: UnixMicros;
  readonly to: UnixMicros;
  readonly state: CoverageSegment['state'];
}

/** What was read and what was not, in words, newest first: as much as the strip says. */
export function coverageWords(coverage: Coverage, limit: number, { explore }: Pick<Words, 'explore'>): string {
  const stretches = stretchesOf(coverage.segments);
  const [only, ...more] = stretches;
  if (only !== undefined && more.length === 0) {
    const span = spanText(only.from, only.to);
    if (only.state === 'complete') return explore.readCompletely(span, formatCount(coverage.requests));
    if (only.state === 'reading') return explore.readingFirst(span);
  }
  const hasCut = stretches.some(({ state }) => state === 'cut');
  return stretches.map((stretch) => stretchWords(stretch, limit, hasCut, explore)).join(explore.joiner);
}

function stretchWords({ from, to, state }: Stretch, limit: number, hasCut: boolean, explore: Words['explore']): string {
  const span = spanText(from, to);
  switch (state) {
    case 'complete':
      return hasCut ? explore.complete(span) : explore.read(span);
    case 'cut':
      return explore.cut(span, formatCount(limit));
    case 'reading':
      return explore.reading(span);
    case 'failed':
      return explore.failed(span);
    case 'unread':
      return explore.unread(span);
  }
}

/** Neighbours of one state as one, newest first. */
function stretchesOf(segments: readonly CoverageSegment[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, to, state } of [...segments].reverse()) {
    const newer = stretches.at(-1);
    if (newer?.state === state) stretches[stretches.length - 1] = { ...newer, from };
    else stretches.push({ from, to, state });
  }
  return stretches;
}

/** Whether what is shown rests on a part of the asked traces only. */
export function isPartial(coverage: Coverage): boolean {
  return coverage.segments.some(({ state }) => state === 'cut' || state === 'unread' || state === 'failed');
}
