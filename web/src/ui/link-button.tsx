import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './control.module.css';

/** A link that looks like a button: within the application, or to another one, which opens in a tab of its own. */
export function LinkButton({
  href,
  isExternal = false,
  children,
}: {
  href: string;
  isExternal?: boolean;
  children: ReactNode;
}) {
  if (isExternal) {
    return (
      <a className={classes.button} data-size="small" href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  }
  return (
    <Link className={classes.button} data-size="small" href={href}>
      {children}
    </Link>
  );
}
