import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { DisplaySettings } from './display-settings.tsx';
import classes from './page-bar.module.css';

/** The head of every page: the brand, what the page itself puts there, language and colours. */
export function PageBar({ children }: { children?: ReactNode }) {
  return (
    <header className={classes.bar}>
      <Brand />
      {children ?? <span className={classes.grow} />}
      <DisplaySettings />
    </header>
  );
}
