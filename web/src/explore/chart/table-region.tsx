import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './chart-table.module.css';

/** A table in the place of a chart, as high as it. It scrolls, so it must be reachable by keyboard. */
export function TableRegion({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Box component="section" className={classes.scroll} tabIndex={0} aria-label={name}>
      {children}
    </Box>
  );
}
