import type { ReactNode } from 'react';
import classes from './connection-details.module.css';

/** A name and what is known of it: a row of a table of facts. */
export function Fact({ name, isBad = false, children }: { name: string; isBad?: boolean; children: ReactNode }) {
  return (
    <tr className={classes.fact} data-bad={isBad || undefined}>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}
