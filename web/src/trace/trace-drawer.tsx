import { Drawer } from '@mantine/core';
import { Button } from '../ui/button.tsx';
import { ChevronIcon } from '../ui/icons/chevron-icon.tsx';
import { CloseIcon } from '../ui/icons/close-icon.tsx';
import { ExternalIcon } from '../ui/icons/external-icon.tsx';
import { KbdHint } from '../ui/kbd-hint.tsx';
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
import { useStepKeys } from './use-step-keys.ts';

interface TraceDrawerProps {
  readonly traceId: string;
  readonly trace: TraceLoad;
  readonly highlight?: Highlight | undefined;
  readonly rank?: TraceRank | undefined;
  readonly onClose: () => void;
  /** `undefined` at the end of the list. */
  readonly onNext: (() => void) | undefined;
  readonly onPrevious: (() => void) | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly pageHref: string;
  /** The trace in Jaeger's own UI. */
  readonly jaegerUrl?: string | undefined;
}

/** A trace over the page that it was found on. `j` and `k` go through the list, `Esc` closes. On a narrow screen it is the page. */
export function TraceDrawer(props: TraceDrawerProps) {
  const { traceId, trace, highlight, rank, onClose, onNext, onPrevious, onRetry, pageHref, jaegerUrl } = props;
  const words = useLateWords().trace;
  const title = trace.status === 'loaded' ? traceTitle(trace.trace) : words.title;
  useStepKeys({ onNext, onPrevious });
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position="right"
      size={780}
      lockScroll={false}
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={{ overlay: classes.shade, content: classes.drawer }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={classes.drawerHead}>
          <div className={classes.bar}>
            <Drawer.Title className={classes.title} title={title} lang={langOf(title)} tabIndex={-1} data-autofocus>
              <span className={classes.clamp}>{title}</span>
            </Drawer.Title>
            <div className={classes.actions}>
              <Button
                size="small"
                aria-label={words.previous}
                title={words.previous}
                disabled={onPrevious === undefined}
                onClick={onPrevious}
              >
                <ChevronIcon to="up" />
              </Button>
              <Button
                size="small"
                aria-label={words.next}
                title={words.next}
                disabled={onNext === undefined}
                onClick={onNext}
              >
                <ChevronIcon to="down" />
              </Button>
              <LinkButton href={pageHref}>{words.fullPage}</LinkButton>
              {jaegerUrl !== undefined && (
                <LinkButton href={jaegerUrl} isExternal>
                  <ExternalIcon />
                  {words.jaegerUi}
                </LinkButton>
              )}
              <Button look="quiet" size="small" aria-label={words.close} title={words.close} onClick={onClose}>
                <CloseIcon />
              </Button>
            </div>
          </div>
          {trace.status === 'loaded' ? (
            <TraceFacts trace={trace.trace} highlight={highlight} rank={rank} />
          ) : (
            <FactsSkeleton traceId={traceId} hasRank={trace.status === 'loading' && rank !== undefined} />
          )}
        </div>
        {trace.status === 'loading' && <TraceSkeleton />}
        {trace.status === 'failed' && (
          <TraceFailure traceId={traceId} problem={trace.problem} onRetry={onRetry}>
            <Button size="small" onClick={onClose}>
              {words.close}
            </Button>
          </TraceFailure>
        )}
        {trace.status === 'loaded' && (
          <div className={classes.container}>
            <TraceView key={trace.trace.id} trace={trace.trace} highlight={highlight} />
          </div>
        )}
        <p className={classes.keys}>
          <KbdHint keys={['j', 'k']}>{words.keysTrace}</KbdHint>
          <KbdHint keys={['Esc']}>{words.keysClose}</KbdHint>
        </p>
      </Drawer.Content>
    </Drawer.Root>
  );
}
