import { Popover, UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import fieldClasses from '../../ui/field-picker.module.css';
import { ChevronIcon } from '../../ui/icons/chevron-icon.tsx';
import { FilterIcon } from '../../ui/icons/filter-icon.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import type { SpanFilter } from './span-filter.ts';
import classes from './span-filter-field.module.css';
import { spanFilterConditions, spanFilterText } from './span-filter-text.ts';

const loadForm = () => import('./span-filter-form.tsx');
const SpanFilterForm = lazy(() => loadForm().then((module) => ({ default: module.SpanFilterForm })));

interface SpanFilterFieldProps {
  filter: SpanFilter;
  onChange: (filter: SpanFilter) => void;
}

/** The field of what a span must have for its trace to be read; its form is loaded when it is about to be opened. */
export function SpanFilterField({ filter, onChange }: SpanFilterFieldProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const count = spanFilterConditions(filter).length;
  const text = spanFilterText(filter, words);
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
          className={`${fieldClasses.field} ${classes.field}`}
          data-set={count > 0 || undefined}
          title={text}
          onClick={() => setIsOpen(!isOpen)}
          onPointerEnter={prefetch}
          onFocus={prefetch}
        >
          <span className={classes.icon}>
            <FilterIcon sizePx={14} />
          </span>
          <span className={classes.label}>{words.spanFilter.label} </span>
          {count > 0 && (
            <>
              <bdi className={`${fieldClasses.value} ${classes.value}`}>{text}</bdi>
              <span className={classes.count} aria-hidden="true">
                {count}
              </span>
            </>
          )}
          <span className={`${fieldClasses.chevron} ${classes.chevron}`}>
            <ChevronIcon to="down" sizePx={14} />
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={fieldClasses.dropdown}>
        <Suspense fallback={<div className={classes.form} aria-busy="true" />}>
          <SpanFilterForm
            filter={filter}
            onApply={(next) => {
              onChange(next);
              setIsOpen(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
