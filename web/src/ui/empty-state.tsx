import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  title: string;
  detail: string;
  /** Small, below what can be done. */
  note?: ReactNode;
  children?: ReactNode;
}

/** Nothing to show: why, and what to do. */
export function EmptyState({ title, detail, note, children }: EmptyStateProps) {
  return (
    <section className={classes.empty} id="finding" tabIndex={-1}>
      <h1>{title}</h1>
      <p>{detail}</p>
      <div className={classes.actions}>{children}</div>
      {note !== undefined && <div className={classes.note}>{note}</div>}
    </section>
  );
}
