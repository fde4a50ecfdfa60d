import { Popover } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { DownloadIcon } from '../../ui/icons/download-icon.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import type { ExportItemsProps } from './export-items.tsx';
import classes from './export-menu.module.css';

const loadItems = () => import('./export-items.tsx');
const ExportItems = lazy(() => loadItems().then((module) => ({ default: module.ExportItems })));

/** Everything that can be taken away; it is loaded when it is about to be opened. */
export function ExportMenu(props: ExportItemsProps) {
  const words = useWords().exports;
  const [isOpen, setIsOpen] = useState(false);
  const prefetch = () => void loadItems();
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          look="quiet"
          size="small"
          onClick={() => setIsOpen(!isOpen)}
          onPointerEnter={prefetch}
          onFocus={prefetch}
        >
          <DownloadIcon />
          {words.label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu}>
        <Suspense fallback={<div className={classes.waiting} aria-busy="true" />}>
          <ExportItems {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
