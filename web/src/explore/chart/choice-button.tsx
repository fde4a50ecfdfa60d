import { UnstyledButton } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { ChevronIcon } from '../../ui/icons/chevron-icon.tsx';
import classes from './chart-controls.module.css';

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly hint: string;
}

export interface ChoiceMenuProps {
  readonly label: string;
  /** The label may go where room is scarce. */
  readonly isLabelOptional?: boolean | undefined;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}

interface ChoiceButtonProps
  extends Omit<ComponentPropsWithRef<'button'>, 'value'>,
    Pick<ChoiceMenuProps, 'label' | 'isLabelOptional' | 'value' | 'choices'> {}

/** What stands there closed: the label, and what is chosen. */
export function ChoiceButton({ label, isLabelOptional, value, choices, ...rest }: ChoiceButtonProps) {
  const name = choices.find((choice) => choice.value === value)?.name;
  return (
    <UnstyledButton aria-label={`${label}: ${name}`} {...rest} className={classes.menu}>
      <span className={isLabelOptional ? classes.optionalLabel : classes.label}>{label}</span>
      {name}
      <ChevronIcon to="down" sizePx={13} />
    </UnstyledButton>
  );
}
