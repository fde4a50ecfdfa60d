import { Menu } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Split } from '#core/analysis/explore-question.ts';
import { unixMicros } from '#core/units.ts';
import type { FirstUse } from '../../ui/use-first-use.ts';
import { useTakeOver } from '../../ui/use-take-over.ts';
import { useWords } from '../../ui/words/use-words.ts';
import menuClasses from '../chart/chart-controls.module.css';
import { CompareButton, type CompareMenuProps } from './compare-button.tsx';
import { slowestSplit } from './slowest-split.ts';

/** The menu itself. */
export function CompareMenuOpen({
  answer,
  state,
  change,
  firstUse,
}: CompareMenuProps & { readonly firstUse: FirstUse }) {
  const { compare } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useTakeOver(firstUse, target, () => setIsOpen(true));
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
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      offset={4}
      withInitialFocusPlaceholder={false}
      classNames={{ dropdown: menuClasses.dropdown, item: menuClasses.item }}
    >
      <Menu.Target>
        <CompareButton ref={target} />
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
