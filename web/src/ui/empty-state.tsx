import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** Nothing to show: why, and what to do. */
export function EmptyState({ title, detail, children }: { title: string; detail: string; children?: ReactNode }) {
  return (
    <section className={classes.empty} id="finding" tabIndex={-1}>
      <h1>{title}</h1>
      <p>{detail}</p>
      <div className={classes.actions}>{children}</div>
    </section>
  );
}
