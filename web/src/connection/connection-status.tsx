import { Popover } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useConnection } from '../data/use-connection.ts';
import { Button } from '../ui/button.tsx';
import { WarningIcon } from '../ui/icons/warning-icon.tsx';
import { useWords } from '../ui/words/use-words.ts';
import { type ConnectionState, connectionState } from './connection-state.ts';
import classes from './connection-status.module.css';

const loadDetails = () => import('./connection-details.tsx');
const ConnectionDetails = lazy(() => loadDetails().then((module) => ({ default: module.ConnectionDetails })));

/** How we stand with Jaeger: a mark and a word, and on a click all that is known. */
export function ConnectionStatus() {
  const { connection } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { data, isError } = useConnection(isOpen);
  const state = connectionState(data, isError);
  const name = `${connection.jaeger}: ${connection.states[state]}`;
  const prefetch = () => void loadDetails();
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
          className={classes.status}
          aria-label={name}
          title={connection.title}
          onClick={() => setIsOpen(!isOpen)}
          onPointerEnter={prefetch}
          onFocus={prefetch}
        >
          <StateMark state={state} />
          <span className={classes.word}>{isQuiet(state) ? connection.jaeger : name}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        <Suspense fallback={<div className={classes.place} aria-busy="true" />}>
          <ConnectionDetails state={state} answer={data} onClose={() => setIsOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Nothing to be told in words. */
function isQuiet(state: ConnectionState): boolean {
  return state === 'answers' || state === 'unknown';
}

/** Filled where all is well, hollow where nothing is known, a triangle where something is wrong. */
function StateMark({ state }: { state: ConnectionState }) {
  if (isQuiet(state)) {
    return (
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        <circle
          cx="5"
          cy="5"
          r="3.25"
          fill={state === 'answers' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
        />
      </svg>
    );
  }
  return <WarningIcon sizePx={14} />;
}
