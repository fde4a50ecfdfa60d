import type { ReactNode } from 'react';
import classes from './kbd-hint.module.css';

/** Keys and what they do, shown where they work. */
export function KbdHint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span className={classes.hint}>
      {keys.map((key) => (
        <kbd key={key} className={classes.key}>
          {key}
        </kbd>
      ))}
      <span>{children}</span>
    </span>
  );
}
