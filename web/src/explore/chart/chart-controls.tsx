import { Menu, SegmentedControl, UnstyledButton } from '@mantine/core';
import type { LatencyMeasure } from '#core/analysis/explore-question.ts';
import { CheckIcon } from '../../ui/icons/check-icon.tsx';
import { ChevronIcon } from '../../ui/icons/chevron-icon.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';
import classes from './chart-controls.module.css';

interface ChartControlsProps {
  readonly state: Pick<ExploreState, 'tab' | 'curve' | 'measure' | 'axis'>;
  readonly change: ChangeExplore;
}

const MEASURES: readonly LatencyMeasure[] = ['root', 'extent', 'span', 'self'];
const AXES: readonly ExploreState['axis'][] = ['log', 'linear'];

/** Right of the tabs: which curve, which latency, which axis. */
export function ChartControls({ state, change }: ChartControlsProps) {
  const { chart: words } = useWords();
  return (
    <div className={classes.controls}>
      {state.tab === 'distribution' && (
        <SegmentedControl
          aria-label={words.curve}
          classNames={{
            root: classes.segments,
            control: classes.segment,
            label: classes.segmentLabel,
            indicator: classes.indicator,
            innerLabel: classes.innerLabel,
          }}
          data={[
            { value: 'ecdf', label: words.ecdf },
            { value: 'density', label: words.density },
          ]}
          value={state.curve}
          onChange={(value) => change({ curve: value === 'density' ? 'density' : 'ecdf' })}
          withItemsBorders={false}
          transitionDuration={0}
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

interface ChoiceMenuProps<T extends string> {
  readonly label: string;
  /** The label may go where room is scarce. */
  readonly isLabelOptional?: boolean;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly name: string; readonly hint: string }[];
  readonly onChoose: (value: T) => void;
}

function ChoiceMenu<T extends string>({ label, isLabelOptional, value, choices, onChoose }: ChoiceMenuProps<T>) {
  const chosen = choices.find((choice) => choice.value === value)!;
  return (
    <Menu
      position="bottom-end"
      offset={6}
      withInitialFocusPlaceholder={false}
      classNames={{ dropdown: classes.dropdown, item: classes.item }}
    >
      <Menu.Target>
        <UnstyledButton className={classes.menu} aria-label={`${label}: ${chosen.name}`}>
          <span className={isLabelOptional ? classes.optionalLabel : classes.label}>{label}</span>
          {chosen.name}
          <ChevronIcon to="down" sizePx={13} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.RadioGroup
          value={value}
          onChange={(next) => {
            const choice = choices.find((other) => other.value === next);
            if (choice !== undefined) onChoose(choice.value);
          }}
        >
          {choices.map((choice) => (
            <Menu.RadioItem
              key={choice.value}
              value={choice.value}
              closeMenuOnClick
              checkIcon={<CheckIcon sizePx={14} />}
            >
              <span className={classes.choice}>{choice.name}</span>
              <span className={classes.hint}>{choice.hint}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
