import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words/use-words.ts';
import { failureKind } from './failure-kind.ts';
import type { TraceLoad } from './trace-load.ts';
import classes from './trace-view.module.css';

interface TraceFailureProps {
  readonly traceId: string;
  readonly problem: (TraceLoad & { status: 'failed' })['problem'];
  readonly onRetry: (() => void) | undefined;
  /** Where else to go. */
  readonly children: ReactNode;
}

/** A trace that could not be read: what happened, where, what to do. */
export function TraceFailure({ traceId, problem, onRetry, children }: TraceFailureProps) {
  const words = useWords();
  const { failure } = words.trace;
  const kind = failureKind(problem.code);
  const { title, advice } = kind === 'other' ? words.problem.byCode[problem.code] : failure[kind];
  return (
    <div className={classes.failure} role="alert">
      <h2 className={classes.failureTitle}>{title}</h2>
      <p>{failure[kind].text(traceId)}</p>
      {problem.detail !== '' && kind === 'other' && (
        <p className={classes.detail} lang="en">
          {problem.detail}
        </p>
      )}
      <p>{advice}</p>
      <div className={classes.actions}>
        {kind !== 'malformed' && onRetry !== undefined && (
          <Button look="primary" size="small" onClick={onRetry}>
            {failure.retry}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
