import { UnstyledButton } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import classes from './field-picker.module.css';
import { ChevronIcon } from './icons/chevron-icon.tsx';

export interface FieldOption {
  /** What choosing it gives; unique. */
  readonly id: string;
  readonly name: string;
}

export interface FieldPickerProps {
  label: string;
  options: readonly FieldOption[];
  chosenId: string | undefined;
  /** What the field shows; where nothing is chosen too. */
  shown: string;
  searchLabel: string;
  emptyText: string;
  /** `quiet`: no border, and the label is for screen readers. */
  look?: 'field' | 'quiet' | undefined;
  onChoose: (id: string) => void;
}

interface FieldButtonProps
  extends ComponentPropsWithRef<'button'>,
    Pick<FieldPickerProps, 'label' | 'shown' | 'look'> {}

/** What stands there closed: the label within the field, and what is chosen. */
export function FieldButton({ label, shown, look = 'field', ...rest }: FieldButtonProps) {
  return (
    <UnstyledButton data-look={look} title={shown} {...rest} className={classes.field}>
      <span className={classes.label}>{label} </span>
      <span className={classes.value}>{shown}</span>
      <span className={classes.chevron}>
        <ChevronIcon to="down" sizePx={14} />
      </span>
    </UnstyledButton>
  );
}
