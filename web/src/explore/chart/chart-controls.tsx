import type { LatencyMeasure } from '#core/analysis/explore-question.ts';
import { Segments } from '../../ui/segments.tsx';
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
          choices={[
            { value: 'ecdf', name: words.ecdf },
            { value: 'density', name: words.density },
            { value: 'histogram', name: words.histogram },
          ]}
          value={state.curve}
          onChoose={(value) => change({ curve: CURVES.find((curve) => curve === value) ?? 'ecdf' })}
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
          choices={[
            { value: 'traces', name: words.traces },
            { value: 'quantiles', name: `${words.p50}, ${words.p95}` },
          ]}
          value={state.over}
          onChoose={(value) => change({ over: value === 'quantiles' ? value : 'traces' })}
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
