import { useMemo } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { DistributionChart } from '../../ui/chart/distribution-chart.tsx';
import type { RangePick } from '../../ui/chart/distribution-cursor.tsx';
import type { DistributionGroup } from '../../ui/chart/distribution-group.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { Words } from '../../ui/words/words.ts';
import type { Curve } from '../../url-state.ts';
import type { KeyPreview } from '../keys/use-preview.ts';
import { CHART_HEIGHT_PX } from './chart-height.ts';
import { previewGroups } from './preview-groups.ts';
import { shiftArrow } from './shift-arrow.ts';

interface DistributionViewProps {
  readonly answer: ExploreAnswer;
  readonly groups: readonly DistributionGroup[];
  readonly axis: DurationAxis;
  readonly curve: Curve;
  readonly pick: RangePick;
  /** A key that is only looked at. */
  readonly preview?: KeyPreview | undefined;
}

/** The tab *Distribution*, below its caption. */
export function DistributionView(props: DistributionViewProps) {
  const { answer, groups, axis, curve, pick, preview } = props;
  const words = useWords();
  const shift = useMemo(() => shiftArrow(answer.finding, words), [answer.finding, words]);
  const previewed = useMemo(() => preview && previewGroups(preview.key, preview.curves, words), [preview, words]);
  return (
    <DistributionChart
      groups={groups}
      axis={axis}
      curve={curve}
      heightPx={CHART_HEIGHT_PX}
      shift={shift}
      pick={pick}
      preview={previewed}
      emptyLanes={4}
      name={distributionName(answer.included, groups, words)}
    />
  );
}

function distributionName(traces: number, groups: readonly DistributionGroup[], words: Words): string {
  const parts = groups.flatMap(({ label, latencies, p50 }) =>
    p50 === undefined ? [] : [words.chart.groupInName(label, latencies.length, formatDuration(p50.value))],
  );
  return words.chart.distributionName(traces, parts.join('; '));
}
