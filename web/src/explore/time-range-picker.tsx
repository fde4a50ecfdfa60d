import { Popover, UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import fieldClasses from '../ui/field-picker.module.css';
import { ChevronIcon } from '../ui/icons/chevron-icon.tsx';
import { useWords } from '../ui/words/use-words.ts';
import { rangeText } from './range-text.ts';
import type { TimeRangePickerProps } from './time-range-form.tsx';
import classes from './time-range-picker.module.css';

const loadForm = () => import('./time-range-form.tsx');
const TimeRangeForm = lazy(() => loadForm().then((module) => ({ default: module.TimeRangeForm })));

/** The time field; its form is loaded when it is about to be opened. */
export function TimeRangePicker(props: TimeRangePickerProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const prefetch = () => void loadForm();
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <UnstyledButton
          className={fieldClasses.field}
          onClick={() => setIsOpen(!isOpen)}
          onPointerEnter={prefetch}
          onFocus={prefetch}
        >
          <span className={fieldClasses.label}>{words.shell.time} </span>
          <span className={fieldClasses.value}>{rangeText(props.range, words)}</span>
          <span className={fieldClasses.chevron}>
            <ChevronIcon to="down" sizePx={14} />
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={fieldClasses.dropdown}>
        <Suspense fallback={<div className={classes.form} aria-busy="true" />}>
          <TimeRangeForm {...props} onClose={() => setIsOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
