import { Combobox, UnstyledButton, useCombobox } from '@mantine/core';
import { useState } from 'react';
import classes from './field-picker.module.css';
import { ChevronIcon } from './icons/chevron-icon.tsx';

export interface FieldOption {
  /** What choosing it gives; unique. */
  readonly id: string;
  readonly name: string;
}

interface FieldPickerProps {
  label: string;
  options: readonly FieldOption[];
  chosenId: string | undefined;
  /** What the field shows; where nothing is chosen too. */
  shown: string;
  searchLabel: string;
  emptyText: string;
  /** `quiet`: no border, and the label is for screen readers. */
  look?: 'field' | 'quiet';
  onChoose: (id: string) => void;
}

/** More than one looks through; typing finds the rest. */
const MOST_OPTIONS = 200;

/** A field that opens a list to choose from, with a search once it is longer than a handful. Its label stands within it. */
export function FieldPicker(props: FieldPickerProps) {
  const { label, options, chosenId, shown, searchLabel, emptyText, look = 'field', onChoose } = props;
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
        <UnstyledButton
          className={classes.field}
          data-look={look}
          onClick={() => combobox.toggleDropdown()}
          title={shown}
        >
          <span className={classes.label}>{label} </span>
          <span className={classes.value}>{shown}</span>
          <span className={classes.chevron}>
            <ChevronIcon to="down" sizePx={14} />
          </span>
        </UnstyledButton>
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
