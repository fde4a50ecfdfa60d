import type { Split } from '#core/analysis/explore-question.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { MINUTE } from '#core/units.ts';
import type { Words } from '../../ui/words/words.ts';

/** What the first side of a split is, in words: `A: 1.00 s or longer`, `A: 14:30–14:39, 460 ms–1.70 s`. */
export function splitText(split: Split, { compare }: Pick<Words, 'compare'>, zone?: string): string {
  switch (split.kind) {
    case 'box': {
      const { from, to, min, max } = split.box;
      if (from === 0) return `${compare.sideA}: ${compare.orLonger(formatDuration(min))}`;
      const options = { zone, detail: to - from < 2 * MINUTE ? 'second' : 'minute' } as const;
      const ends = [formatClock(from, options), formatClock(to, options)] as const;
      return `${compare.sideA}: ${compare.box(...ends, formatDuration(min), formatDuration(max))}`;
    }
    case 'instant':
      return compare.at;
    case 'filters':
      return `${compare.sideA}: ${compare.heldByFilters}`;
  }
}
