import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { problemText } from '../ui/problem-text.ts';
import { useLateWords } from '../ui/words/use-late-words.ts';
import { useLocale } from '../ui/words/use-words.ts';
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
  const { locale, words } = useLocale();
  const { failure } = useLateWords().trace;
  const kind = failureKind(problem.code);
  const text = kind === 'other' ? problemText(problem, locale, words) : { ...failure[kind], detail: '' };
  return (
    <div className={classes.failure} role="alert">
      <h2 className={classes.failureTitle}>{text.title}</h2>
      <p>{failure[kind].text(traceId)}</p>
      {text.detail !== '' && (
        <p className={classes.detail} lang="en">
          {text.detail}
        </p>
      )}
      <p>{text.advice}</p>
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
