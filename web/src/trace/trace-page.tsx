import { ChevronIcon } from '../ui/icons/chevron-icon.tsx';
import { ExternalIcon } from '../ui/icons/external-icon.tsx';
import { langOf } from '../ui/lang-of.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { useLateWords } from '../ui/words/use-late-words.ts';
import type { Highlight } from './highlight-matches.ts';
import { TraceFacts } from './trace-facts.tsx';
import { TraceFailure } from './trace-failure.tsx';
import type { TraceLoad } from './trace-load.ts';
import type { TraceRank } from './trace-rank.ts';
import { FactsSkeleton, TraceSkeleton } from './trace-skeleton.tsx';
import { traceTitle } from './trace-title.ts';
import classes from './trace-view.module.css';
import { TraceView } from './trace-view.tsx';

interface TracePageProps {
  readonly traceId: string;
  readonly trace: TraceLoad;
  readonly highlight?: Highlight | undefined;
  readonly rank?: TraceRank | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** The traces that this one was found among. */
  readonly backHref: string;
  /** The trace in Jaeger's own UI. */
  readonly jaegerUrl?: string | undefined;
}

/** A trace on a page of its own, `/trace/{id}`. */
export function TracePage({ traceId, trace, highlight, rank, onRetry, backHref, jaegerUrl }: TracePageProps) {
  const words = useLateWords().trace;
  const title = trace.status === 'loaded' ? traceTitle(trace.trace) : words.title;
  const back = (
    <LinkButton href={backHref}>
      <ChevronIcon to="left" />
      {words.back}
    </LinkButton>
  );
  return (
    <main className={classes.page}>
      <div className={classes.pageHead}>
        {trace.status !== 'failed' && <nav className={classes.back}>{back}</nav>}
        <div className={classes.bar}>
          <h1 className={classes.pageTitle} title={title} lang={langOf(title)}>
            <span className={classes.clamp}>{title}</span>
          </h1>
          <div className={classes.actions}>
            {jaegerUrl !== undefined && (
              <LinkButton href={jaegerUrl} isExternal>
                <ExternalIcon />
                {words.jaegerUi}
              </LinkButton>
            )}
          </div>
        </div>
        {trace.status === 'loaded' ? (
          <TraceFacts trace={trace.trace} highlight={highlight} rank={rank} />
        ) : (
          <FactsSkeleton traceId={traceId} hasRank={trace.status === 'loading' && rank !== undefined} />
        )}
      </div>
      <div className={classes.panel}>
        {trace.status === 'loading' && <TraceSkeleton />}
        {trace.status === 'failed' && (
          <TraceFailure traceId={traceId} problem={trace.problem} onRetry={onRetry}>
            {back}
          </TraceFailure>
        )}
        {trace.status === 'loaded' && (
          <div className={classes.container}>
            <TraceView key={trace.trace.id} trace={trace.trace} highlight={highlight} />
          </div>
        )}
      </div>
    </main>
  );
}
