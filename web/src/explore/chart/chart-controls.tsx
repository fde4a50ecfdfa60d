import { SegmentedControl } from '@mantine/core';
import type { LatencyMeasure } from '#core/analysis/explore-question.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { type ChangeExplore, CURVES, type ExploreState, type Panels } from '../../url-state.ts';
import classes from './chart-controls.module.css';
import { ChoiceMenu } from './choice-menu.tsx';

interface ChartControlsProps {
  /** What `auto` came to; absent where there is only one picture to draw. */
  readonly panels: Exclude<Panels, 'auto'> | undefined;
  readonly state: Pick<ExploreState, 'tab' | 'curve' | 'over' | 'measure' | 'axis'>;
  readonly change: ChangeExplore;
}

const MEASURES: readonly LatencyMeasure[] = ['root', 'extent', 'span', 'self'];
const PANELS = ['one', 'each'] as const;
const AXES: readonly ExploreState['axis'][] = ['log', 'linear'];

/** Right of the tabs: what is drawn, of which latency, on which axis. */
export function ChartControls({ state, panels, change }: ChartControlsProps) {
  const { chart: words } = useWords();
  return (
    <div className={classes.controls}>
      {state.tab === 'distribution' && (
        <Segments
          label={words.curve}
          data={[
            { value: 'ecdf', label: words.ecdf },
            { value: 'density', label: words.density },
            { value: 'histogram', label: words.histogram },
          ]}
          value={state.curve}
          onChange={(value) => change({ curve: CURVES.find((curve) => curve === value) ?? 'ecdf' })}
        />
      )}
      {state.tab === 'distribution' && panels !== undefined && (
        <ChoiceMenu
          label={words.pictures}
          isLabelOptional
          value={panels}
          choices={PANELS.map((value) => ({ value, name: words.panels[value], hint: words.panelsExplained[value] }))}
          onChoose={(value) => change({ panels: value })}
        />
      )}
      {state.tab === 'time' && (
        <Segments
          label={words.drawn}
          data={[
            { value: 'traces', label: words.traces },
            { value: 'quantiles', label: `${words.p50}, ${words.p95}` },
          ]}
          value={state.over}
          onChange={(value) => change({ over: value === 'quantiles' ? value : 'traces' })}
        />
      )}
      <ChoiceMenu
        label={words.latencyOf}
        isLabelOptional
        value={state.measure}
        choices={MEASURES.map((value) => ({
          value,
          name: words.measures[value],
          hint: words.measuresExplained[value],
        }))}
        onChoose={(measure) => change({ measure })}
      />
      <ChoiceMenu
        label={words.axis}
        value={state.axis}
        choices={AXES.map((value) => ({ value, name: words.axes[value], hint: words.axesExplained[value] }))}
        onChoose={(axis) => change({ axis })}
      />
    </div>
  );
}

interface SegmentsProps {
  readonly label: string;
  readonly data: { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Segments({ label, ...props }: SegmentsProps) {
  return (
    <SegmentedControl
      aria-label={label}
      classNames={{
        root: classes.segments,
        control: classes.segment,
        label: classes.segmentLabel,
        indicator: classes.indicator,
        innerLabel: classes.innerLabel,
      }}
      withItemsBorders={false}
      transitionDuration={0}
      {...props}
    />
  );
}
