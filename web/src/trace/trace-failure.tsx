import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiError } from '../data/api-error.ts';
import { useWords } from '../ui/words/use-words.ts';
import { failureKind } from './failure-kind.ts';
import classes from './trace-view.module.css';

interface TraceFailureProps {
  readonly traceId: string;
  readonly problem: Pick<ApiError, 'code' | 'detail'>;
  readonly onRetry: (() => void) | undefined;
  /** Where else to go. */
  readonly children: ReactNode;
}

/** A trace that could not be read: what happened, where, what to do. */
export function TraceFailure({ traceId, problem, onRetry, children }: TraceFailureProps) {
  const words = useWords().trace.failure;
  const kind = failureKind(problem.code);
  const { title, text, advice } = words[kind];
  return (
    <div className={classes.failure} role="alert">
      <h3 className={classes.failureTitle}>{title}</h3>
      <p>{text(traceId)}</p>
      {problem.detail !== '' && kind !== 'malformed' && (
        <p className={classes.detail} lang="en">
          {problem.detail}
        </p>
      )}
      <p>{advice}</p>
      <div className={classes.actions}>
        {kind !== 'malformed' && onRetry !== undefined && (
          <Button size="xs" onClick={onRetry}>
            {words.retry}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
