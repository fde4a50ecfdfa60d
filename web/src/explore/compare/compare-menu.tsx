import { Menu } from '@mantine/core';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { Split } from '#core/analysis/explore-question.ts';
import { unixMicros } from '#core/units.ts';
import { Button } from '../../ui/button.tsx';
import { ChevronIcon } from '../../ui/icons/chevron-icon.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';
import menuClasses from '../chart/chart-controls.module.css';
import { slowestSplit } from './slowest-split.ts';

interface CompareMenuProps {
  readonly answer: ExploreAnswer;
  readonly state: Pick<ExploreState, 'filters'>;
  readonly change: ChangeExplore;
}

/** What is held against what: a value and the rest, or two sides of another kind. */
export function CompareMenu({ answer, state, change }: CompareMenuProps) {
  const { compare } = useWords();
  // Points are in the order of time: as many traces on either side, to begin with.
  const middle = answer.points.time[answer.points.time.length >> 1];
  const slowest = slowestSplit(answer);
  const choices: readonly (readonly [name: string, hint: string, split: Split | undefined, isPossible: boolean])[] = [
    [compare.byValue, compare.byValueHint, undefined, true],
    [compare.slowest, compare.slowestHint, slowest, slowest !== undefined],
    [
      compare.instant,
      compare.instantHint,
      middle === undefined ? undefined : { kind: 'instant', at: unixMicros(middle) },
      middle !== undefined,
    ],
    [compare.filters, compare.filtersHint, { kind: 'filters' }, state.filters.length > 0],
  ];
  return (
    <Menu
      position="bottom-end"
      offset={4}
      withInitialFocusPlaceholder={false}
      classNames={{ dropdown: menuClasses.dropdown, item: menuClasses.item }}
    >
      <Menu.Target>
        <Button look="quiet" size="small">
          {compare.menu}
          <ChevronIcon to="down" sizePx={13} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={compare.menu}>
        {choices.map(([name, hint, split, isPossible]) => (
          <Menu.Item key={name} disabled={!isPossible} onClick={() => change({ split, pick: undefined })}>
            <span className={menuClasses.choice}>{name}</span>
            <span className={menuClasses.hint}>{hint}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
