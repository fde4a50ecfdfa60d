import { UnstyledButton } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import classes from './control.module.css';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `quiet` has no border until it is pointed at; `primary` is the one thing to do. */
  look?: 'plain' | 'quiet' | 'primary';
  size?: 'normal' | 'small';
}

/** A button. Its words are verbs. */
export function Button({ look = 'plain', size = 'normal', className, ...rest }: ButtonProps) {
  return (
    <UnstyledButton
      className={className === undefined ? classes.button : `${classes.button} ${className}`}
      data-look={look}
      data-size={size}
      {...rest}
    />
  );
}
