import { Menu } from '@mantine/core';
import { useRef, useState } from 'react';
import { groupName } from '../../ui/group-name.ts';
import type { FirstUse } from '../../ui/use-first-use.ts';
import { useTakeOver } from '../../ui/use-take-over.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { excludeGroup } from './exclude-group.ts';
import { includeGroup } from './include-group.ts';
import { onlyGroup, onlyGroups } from './only-group.ts';
import { ValueButton, type ValueMenuProps } from './value-button.tsx';
import classes from './value-menu.module.css';

/** The menu itself. */
export function ValueMenuOpen(props: ValueMenuProps & { readonly firstUse: FirstUse }) {
  const { row, keyOfRows, style, explanation, highlight, state, change, firstUse } = props;
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useTakeOver(firstUse, target, () => setIsOpen(true));
  const { filters } = state;
  return (
    <Menu
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      offset={2}
      transitionProps={{ transition: 'fade', duration: 120 }}
      withInitialFocusPlaceholder={false}
      withinPortal
    >
      <Menu.Target>
        <ValueButton {...{ row, style, explanation }} ref={target} />
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {!row.isHighlight && row.isIncluded && (
          <Menu.Item onClick={() => change({ highlight: row.group })}>{words.values.highlight}</Menu.Item>
        )}
        {!row.isHighlight && highlight !== undefined && (
          <Menu.Item
            onClick={() => change({ highlight, filters: onlyGroups(filters, keyOfRows, [highlight, row.group]) })}
          >
            {words.compare.withThis(groupName(highlight, words))}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => change({ filters: onlyGroup(filters, keyOfRows, row.group) })}>
          {words.values.only}
        </Menu.Item>
        {row.isIncluded ? (
          <Menu.Item onClick={() => change({ filters: excludeGroup(filters, keyOfRows, row.group) })}>
            {words.values.leaveOut}
          </Menu.Item>
        ) : (
          <Menu.Item onClick={() => change({ filters: includeGroup(filters, keyOfRows, row.group) })}>
            {words.values.putBack}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
