import { type ComponentPropsWithRef, startTransition, useOptimistic } from 'react';
import classes from './switch.module.css';

interface SwitchProps extends Omit<ComponentPropsWithRef<'label'>, 'onChange'> {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that goes on until it is switched off. The browser's own checkbox: Mantine's brings its inputs along, 5 kB. */
export function Switch({ label, isOn, onChange, className, ...rest }: SwitchProps) {
  // What follows may take a while to be drawn; the switch itself moves at once.
  const [isShownOn, setShownOn] = useOptimistic(isOn);
  const turn = (next: boolean): void =>
    startTransition(() => {
      setShownOn(next);
      onChange(next);
    });
  return (
    <label className={className === undefined ? classes.switch : `${classes.switch} ${className}`} {...rest}>
      <input
        type="checkbox"
        role="switch"
        className={classes.track}
        checked={isShownOn}
        aria-checked={isShownOn}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
