import { Menu } from '@mantine/core';
import { useRef, useState } from 'react';
import { CheckIcon } from '../../ui/icons/check-icon.tsx';
import type { FirstUse } from '../../ui/use-first-use.ts';
import { useTakeOver } from '../../ui/use-take-over.ts';
import classes from './chart-controls.module.css';
import { ChoiceButton, type ChoiceMenuProps } from './choice-button.tsx';

/** The menu itself. */
export function ChoiceMenuOpen(props: ChoiceMenuProps & { readonly firstUse: FirstUse }) {
  const { label, isLabelOptional, value, choices, onChoose, firstUse } = props;
  const [isOpen, setIsOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useTakeOver(firstUse, target, () => setIsOpen(true));
  return (
    <Menu
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      offset={6}
      withInitialFocusPlaceholder={false}
      classNames={{ dropdown: classes.dropdown, item: classes.item }}
    >
      <Menu.Target>
        <ChoiceButton {...{ label, isLabelOptional, value, choices }} ref={target} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.RadioGroup value={value} onChange={onChoose}>
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
