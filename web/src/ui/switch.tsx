import type { ComponentPropsWithRef } from 'react';
import classes from './switch.module.css';

interface SwitchProps extends Omit<ComponentPropsWithRef<'label'>, 'onChange'> {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that goes on until it is switched off. The browser's own checkbox: Mantine's brings its inputs along, 5 kB. */
export function Switch({ label, isOn, onChange, className, ...rest }: SwitchProps) {
  return (
    <label className={className === undefined ? classes.switch : `${classes.switch} ${className}`} {...rest}>
      <input
        type="checkbox"
        role="switch"
        className={classes.track}
        checked={isOn}
        aria-checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
