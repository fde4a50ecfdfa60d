import type { Filter } from '#core/analysis/explore-question.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { MINUTE } from '#core/units.ts';
import { groupName } from '../../ui/group-name.ts';
import { keyName } from '../../ui/key-name.ts';
import type { Words } from '../../ui/words/words.ts';

/** A filter in words: `omikuji is 吉 or 中吉`, `14:30–14:39, 460 ms–1.70 s`. A box of less than two minutes has seconds. */
export function filterText(filter: Filter, words: Pick<Words, 'values'>, zone?: string): string {
  switch (filter.kind) {
    case 'groups': {
      const write = filter.mode === 'include' ? words.values.filterIs : words.values.filterIsNot;
      return write(
        keyName(filter.key, words),
        filter.groups.map((group) => groupName(group, words)),
      );
    }
    case 'box': {
      const { from, to, min, max } = filter.box;
      const options = { zone, detail: to - from < 2 * MINUTE ? 'second' : 'minute' } as const;
      return words.values.filterBox(
        formatClock(from, options),
        formatClock(to, options),
        formatDuration(min),
        formatDuration(max),
      );
    }
  }
}
