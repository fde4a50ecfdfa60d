import { useMemo } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { Box } from '#core/analysis/explore-question.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import type { UnixMicros } from '#core/units.ts';
import { DistributionChart } from '../../ui/chart/distribution-chart.tsx';
import type { DistributionGroup } from '../../ui/chart/distribution-group.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { Words } from '../../ui/words/words.ts';
import type { ChangeExplore, Curve } from '../../url-state.ts';
import type { KeyPreview } from '../keys/use-preview.ts';
import { CHART_HEIGHT_PX } from './chart-height.ts';
import { previewGroups } from './preview-groups.ts';
import { shiftArrow } from './shift-arrow.ts';

interface DistributionViewProps {
  readonly answer: ExploreAnswer;
  readonly groups: readonly DistributionGroup[];
  readonly axis: DurationAxis;
  readonly curve: Curve;
  /** The asked range: what is picked here is picked at all its times. */
  readonly range: { readonly from: UnixMicros; readonly to: UnixMicros };
  readonly pick: Box | undefined;
  readonly change: ChangeExplore;
  /** A key that is only looked at. */
  readonly preview?: KeyPreview | undefined;
}

/** The tab *Distribution*, below its caption. */
export function DistributionView(props: DistributionViewProps) {
  const { answer, groups, axis, curve, range, pick, change, preview } = props;
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
      pick={{
        picked: pick,
        onPick: (durations, isFirst) => change({ pick: { ...range, ...durations } }, { replace: !isFirst }),
        onClear: () => change({ pick: undefined }),
      }}
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
