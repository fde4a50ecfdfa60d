import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { Box } from '#core/analysis/explore-question.ts';
import type { UnixMicros } from '#core/units.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import type { ChangeExplore } from '../../url-state.ts';

/** What the chart over time and all that lies over it are given. */
export interface TimeViewProps {
  readonly answer: ExploreAnswer;
  /** Parallel to the groups, as are `names`. */
  readonly styles: readonly GroupStyle[];
  readonly names: readonly string[];
  readonly axis: DurationAxis;
  readonly range: { readonly from: UnixMicros; readonly to: UnixMicros };
  readonly pick: Box | undefined;
  readonly change: ChangeExplore;
  readonly onOpenTrace: (row: number) => void;
  readonly hoveredTrace: number | undefined;
}
