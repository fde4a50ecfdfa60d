import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { DisplaySettings } from './display-settings.tsx';
import classes from './page-bar.module.css';

interface PageBarProps {
  /** How we stand with Jaeger. */
  connection: ReactNode;
  children?: ReactNode;
}

/** The head of every page: the brand, what the page itself puts there, the connection, language and colours. */
export function PageBar({ connection, children }: PageBarProps) {
  return (
    <header className={classes.bar}>
      <Brand />
      {children ?? <span className={classes.grow} />}
      {connection}
      <DisplaySettings />
    </header>
  );
}
