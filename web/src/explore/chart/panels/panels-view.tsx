import { useMemo } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { CurveKind } from '../../../ui/chart/curve-shapes.ts';
import type { RangePick } from '../../../ui/chart/distribution-cursor.tsx';
import { useWidth } from '../../../ui/chart/use-width.ts';
import { withZeroLane } from '../../../ui/chart/with-zero-lane.ts';
import type { DurationAxis } from '../../../ui/duration-axis.ts';
import type { GroupStyle } from '../../../ui/group-styles.ts';
import { useLateWords } from '../../../ui/words/use-late-words.ts';
import { useWords } from '../../../ui/words/use-words.ts';
import { distributionGroups } from '../distribution-groups.ts';
import { MOST_PANELS } from './most-panels.ts';
import classes from './panels.module.css';
import { PanelsChart } from './panels-chart.tsx';
import { PanelsCursor } from './panels-cursor.tsx';
import { panelsLayout } from './panels-layout.ts';

interface PanelsViewProps {
  readonly answer: ExploreAnswer;
  /** Parallel to the groups, as are `names`. */
  readonly styles: readonly GroupStyle[];
  readonly names: readonly string[];
  readonly axis: DurationAxis;
  readonly curve: CurveKind;
  readonly pick: RangePick;
}

/** The tab *Distribution* with a picture for each value, below its caption. */
export function PanelsView(props: PanelsViewProps) {
  const [ref, widthPx] = useWidth<HTMLDivElement>();
  return (
    <div ref={ref} className={classes.frame}>
      {widthPx !== undefined && <SizedView {...props} widthPx={widthPx} />}
    </div>
  );
}

function SizedView(props: PanelsViewProps & { readonly widthPx: number }) {
  const { answer, styles, names, axis: sharedAxis, curve, pick, widthPx } = props;
  const { chart: words } = useWords();
  const { panels: late } = useLateWords();
  const groups = useMemo(
    () => distributionGroups(answer, styles, { names, others: words.others }, MOST_PANELS),
    [answer, styles, names, words],
  );
  const all = useMemo(() => answer.points.latency.slice().sort(), [answer.points]);
  const layout = useMemo(() => panelsLayout(widthPx, groups.length), [widthPx, groups.length]);
  const axis = useMemo(
    () => withZeroLane(sharedAxis, layout.panel.rightPx - layout.panel.leftPx, 12, 20),
    [sharedAxis, layout],
  );
  if (groups.length === 0) return null;
  return (
    <>
      <div role="img" aria-label={late.name(answer.included, groups.length)}>
        <PanelsChart {...{ groups, all, axis, curve, layout }} />
      </div>
      <PanelsCursor {...{ groups, axis, curve, layout, pick }} />
    </>
  );
}
