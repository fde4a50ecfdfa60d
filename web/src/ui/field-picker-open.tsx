import { Combobox, useCombobox } from '@mantine/core';
import { useRef, useState } from 'react';
import { FieldButton, type FieldPickerProps } from './field-button.tsx';
import classes from './field-picker.module.css';
import type { FirstUse } from './use-first-use.ts';
import { useTakeOver } from './use-take-over.ts';

/** More than one looks through; typing finds the rest. */
const MOST_OPTIONS = 200;

/** The field with its list. */
export function FieldPickerOpen(props: FieldPickerProps & { firstUse: FirstUse }) {
  const { label, options, chosenId, shown, searchLabel, emptyText, look, onChoose, firstUse } = props;
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => {
      combobox.focusSearchInput();
      combobox.selectActiveOption();
    },
  });
  const target = useRef<HTMLButtonElement>(null);
  useTakeOver(firstUse, target, () => combobox.openDropdown());
  const found = options
    .filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
    .slice(0, MOST_OPTIONS);
  return (
    <Combobox
      store={combobox}
      width="max-content"
      position="bottom-start"
      classNames={{ dropdown: classes.dropdown, option: classes.option }}
      transitionProps={{ duration: 0 }}
      onOptionSubmit={(id) => {
        onChoose(id);
        combobox.closeDropdown();
        combobox.focusTarget();
      }}
    >
      <Combobox.Target targetType="button">
        <FieldButton {...{ label, shown, look }} ref={target} onClick={() => combobox.toggleDropdown()} />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
          placeholder={searchLabel}
          aria-label={searchLabel}
        />
        <Combobox.Options className={classes.options} aria-label={label}>
          {found.map(({ id, name }) => (
            <Combobox.Option key={id} value={id} active={id === chosenId} data-checked={id === chosenId || undefined}>
              {name}
            </Combobox.Option>
          ))}
          {found.length === 0 && <div className={classes.empty}>{emptyText}</div>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
