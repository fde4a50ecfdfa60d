import { useMemo } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { type PartQuantiles, quantilesOverTime } from '#core/analysis/quantiles-over-time.ts';
import type { TimeParts } from '#core/analysis/time-parts.ts';
import type { UnixMicros } from '#core/units.ts';
import type { GroupStyle } from '../../../ui/group-styles.ts';
import { useWords } from '../../../ui/words/use-words.ts';
import { type DrawnGroup, drawnGroups } from '../drawn-groups.ts';
import { wallOffset } from '../wall-offset.ts';

/** p50 and p95 of what is drawn in one style, per part of the time. */
export interface QuantileLine extends Pick<DrawnGroup, 'id' | 'label' | 'style'> {
  readonly parts: readonly (PartQuantiles | undefined)[];
}

export interface QuantileLines {
  readonly parts: TimeParts;
  readonly lines: readonly QuantileLine[];
}

export interface QuantileLinesOptions {
  readonly answer: ExploreAnswer;
  readonly styles: readonly GroupStyle[];
  readonly names: readonly string[];
  readonly range: { readonly from: UnixMicros; readonly to: UnixMicros };
}

/** What the picture, its cursor and its table show. */
export function useQuantileLines({ answer, styles, names, range }: QuantileLinesOptions): QuantileLines {
  const { chart: words } = useWords();
  const { from, to } = range;
  return useMemo(() => {
    const drawn = drawnGroups(answer, styles, { names, others: words.others });
    const lineOfGroup = answer.groups.map((_, group) => drawn.findIndex(({ members }) => members.includes(group)));
    const { parts, lines } = quantilesOverTime(
      answer.points,
      lineOfGroup,
      drawn.length,
      { from, to },
      wallOffset(from),
    );
    return { parts, lines: drawn.map(({ id, label, style }, i) => ({ id, label, style, parts: lines[i]! })) };
  }, [answer, styles, names, from, to, words]);
}
