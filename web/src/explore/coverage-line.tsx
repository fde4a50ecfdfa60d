import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '#core/format/format-count.ts';
import type { Coverage } from '../data/coverage.ts';
import { Button } from '../ui/button.tsx';
import { RefreshIcon } from '../ui/icons/refresh-icon.tsx';
import { useWords } from '../ui/words/use-words.ts';
import { CopyLink } from './copy-link.tsx';
import classes from './coverage-line.module.css';
import { CoverageStrip } from './coverage-strip.tsx';
import { coverageWords } from './coverage-words.ts';
import type { SpanFilter } from './span-filter/span-filter.ts';
import { SpanFilterNote } from './span-filter/span-filter-note.tsx';
import { UnreadableTraces } from './unreadable-traces.tsx';

interface CoverageLineProps {
  coverage: Coverage;
  traces: number;
  limit: number;
  /** Why the stretch that failed did; empty where nothing did. */
  reason: string;
  spanFilter: SpanFilter;
  isReading: boolean;
  /** `traces` is still growing, though all is read. */
  isSettling: boolean;
  hasUnread: boolean;
  onStop: () => void;
  onReadOn: () => void;
  onRefresh: () => void;
  liveLink: string;
  /** `undefined` where the link names its times anyway. */
  frozenLink: string | undefined;
  /** What can be taken away; nothing while there is no answer. */
  exportMenu?: ReactNode;
}

/** One line: the strip, the same in words, and what can be done about it. */
export function CoverageLine(props: CoverageLineProps) {
  const { coverage, traces, isReading, isSettling, hasUnread } = props;
  const words = useWords();
  const { explore } = words;
  const count = formatCount(traces);
  const said = coverageWords(coverage, props, words);
  const hasFailed = coverage.segments.some(({ state }) => state === 'failed');
  const isCut = coverage.segments.some(({ state }) => state === 'cut');
  const hasNothingYet = traces === 0 && (isReading || hasFailed);
  return (
    <section className={classes.line} aria-label={explore.coverage}>
      <CoverageStrip segments={coverage.segments} />
      <span className={classes.words}>
        {!hasNothingYet && (
          <>
            <b>{isReading || isSettling ? explore.tracesSoFar(count) : explore.traces(count)}</b>
            {' · '}
          </>
        )}
        {isCut ? (
          <Tooltip label={explore.cutHint} multiline w={320} events={{ hover: true, focus: true, touch: true }}>
            <button type="button" className={classes.hinted}>
              {said}
            </button>
          </Tooltip>
        ) : (
          said
        )}
        <SpanFilterNote filter={props.spanFilter} filteredHere={coverage.filteredHere} />
      </span>
      {isReading && (
        <Button size="small" className={classes.inline} onClick={props.onStop}>
          {explore.stop}
        </Button>
      )}
      {!isReading && hasUnread && (
        <Button size="small" className={classes.inline} onClick={props.onReadOn}>
          {hasFailed ? explore.retryThere : explore.readOn}
        </Button>
      )}
      {coverage.problems.length > 0 && <UnreadableTraces problems={coverage.problems} />}
      <div className={classes.actions}>
        <Button look="quiet" size="small" onClick={props.onRefresh} disabled={isReading}>
          <RefreshIcon />
          {explore.refresh}
        </Button>
        <CopyLink liveLink={props.liveLink} frozenLink={props.frozenLink} />
        {props.exportMenu}
      </div>
    </section>
  );
}
